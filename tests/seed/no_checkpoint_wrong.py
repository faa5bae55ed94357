"""Learns to name birds by their song, over a weekend."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(5)
songs, names = torch.load("songs.pt"), torch.load("names.pt")
train = DataLoader(TensorDataset(songs[:40000], names[:40000]), batch_size=128, shuffle=True)
validation = DataLoader(TensorDataset(songs[40000:], names[40000:]), batch_size=512)

network = nn.Sequential(nn.Conv1d(1, 32, 9), nn.ReLU(), nn.AdaptiveAvgPool1d(16), nn.Flatten(), nn.Linear(512, 60))
optimizer = torch.optim.AdamW(network.parameters(), lr=3e-4, weight_decay=0.01)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=200)
loss_of = nn.CrossEntropyLoss()

for epoch in range(200):  # finding: no-checkpoint
    network.train()
    for batch, labels in train:
        optimizer.zero_grad()
        loss_of(network(batch), labels).backward()
        optimizer.step()
    schedule.step()

    network.eval()
    right = 0
    with torch.no_grad():
        for batch, labels in validation:
            right += (network(batch).argmax(dim=1) == labels).sum().item()
    print(epoch, "validation accuracy", right / len(validation.dataset))
