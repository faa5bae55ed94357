"""Estimates a child's age from an X-ray of the hand."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(77)
hands, ages = torch.load("hands.pt"), torch.load("ages.pt")
train = DataLoader(TensorDataset(hands[:9000], ages[:9000]), batch_size=32, shuffle=True)
test = DataLoader(TensorDataset(hands[9000:], ages[9000:]), batch_size=128)

network = nn.Sequential(
    nn.Conv2d(1, 32, 5), nn.BatchNorm2d(32), nn.ReLU(), nn.AdaptiveAvgPool2d(4), nn.Flatten(), nn.Dropout(0.5),
    nn.Linear(512, 1), nn.Flatten(0),
)
optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
loss_of = nn.L1Loss()
for epoch in range(12):
    network.train()
    for batch, truth in train:
        optimizer.zero_grad()
        loss_of(network(batch), truth).backward()
        optimizer.step()

network.eval()
total = 0.0
with torch.no_grad():
    for batch, truth in test:
        total += loss_of(network(batch), truth).item() * len(truth)
print("mean absolute error in years", total / len(test.dataset))
torch.save(network.state_dict(), "hands.pt")
