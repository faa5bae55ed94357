"""Trains a network that segments leaves from soil; the rate falls along a cosine."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(31)
images, masks = torch.load("leaves.pt"), torch.load("masks.pt")
train = DataLoader(TensorDataset(images[:5000], masks[:5000]), batch_size=16, shuffle=True)
validation = DataLoader(TensorDataset(images[5000:], masks[5000:]), batch_size=64)
network = nn.Sequential(
    nn.Conv2d(3, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.Conv2d(32, 32, 3, padding=1), nn.ReLU(),
    nn.Conv2d(32, 1, 1),
)
optimizer = torch.optim.SGD(network.parameters(), lr=0.05, momentum=0.9, weight_decay=1e-4)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=100)
loss_of = nn.BCEWithLogitsLoss()
best, waited = float("inf"), 0

for epoch in range(100):
    network.train()
    for batch, mask in train:
        optimizer.zero_grad()
        loss_of(network(batch), mask).backward()
        optimizer.step()
    schedule.step()

    network.eval()
    total = 0.0
    with torch.no_grad():
        for batch, mask in validation:
            total += loss_of(network(batch), mask).item() * len(batch)
    average = total / len(validation.dataset)
    print(epoch, average)
    if average < best:
        best, waited = average, 0
        torch.save(network.state_dict(), "leaves-best.pt")
    else:
        waited += 1
        if waited == 15:
            break

network.load_state_dict(torch.load("leaves-best.pt"))
