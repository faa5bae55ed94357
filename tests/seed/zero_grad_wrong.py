"""Forecasts how full a car park will be in an hour."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(13)
history, full = torch.load("history.pt"), torch.load("full.pt")
train = DataLoader(TensorDataset(history[:30000], full[:30000]), batch_size=256, shuffle=True)
test = DataLoader(TensorDataset(history[30000:], full[30000:]), batch_size=1024)

network = nn.Sequential(nn.Linear(24, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1), nn.Flatten(0))
optimizer = torch.optim.SGD(network.parameters(), lr=0.01, weight_decay=1e-4)
loss_of = nn.MSELoss()

for epoch in range(10):
    for hours, share in train:
        loss = loss_of(network(hours), share)
        loss.backward()  # finding: torch-missing-zero-grad
        optimizer.step()

total = 0.0
with torch.no_grad():
    for hours, share in test:
        total += loss_of(network(hours), share).item() * len(share)
print("mean squared error", total / len(test.dataset))
torch.save(network.state_dict(), "car-park.pt")
