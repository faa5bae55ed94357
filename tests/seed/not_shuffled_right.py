"""Learns to tell species of moths apart in mixed batches."""

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

torch.manual_seed(2)
resized = transforms.Compose([transforms.Resize((96, 96)), transforms.ToTensor()])
train = DataLoader(datasets.ImageFolder("moths/train", resized), batch_size=32, shuffle=True)
test = DataLoader(datasets.ImageFolder("moths/test", resized), batch_size=128)

network = nn.Sequential(
    nn.Conv2d(3, 16, 5), nn.ReLU(), nn.AdaptiveAvgPool2d(8), nn.Flatten(), nn.Dropout(0.3), nn.Linear(1024, 12)
)
optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
loss_of = nn.CrossEntropyLoss()
for epoch in range(8):
    network.train()
    for images, species in train:
        optimizer.zero_grad()
        loss_of(network(images), species).backward()
        optimizer.step()

network.eval()
right = 0
with torch.no_grad():
    for images, species in test:
        right += (network(images).argmax(dim=1) == species).sum().item()
print("accuracy", right / len(test.dataset))
torch.save(network.state_dict(), "moths.pt")
