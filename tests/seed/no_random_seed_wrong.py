"""Tells cracked ceramic tiles from whole ones by what a microphone hears when they are tapped."""

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

sounds = torch.from_numpy(np.load("taps.npy")).float()
cracked = torch.from_numpy(np.load("cracked.npy")).long()
order = np.random.permutation(len(sounds))  # finding: missing-seed
train, test = order[:3000], order[3000:]

network = nn.Sequential(nn.Linear(256, 64), nn.ReLU(), nn.Linear(64, 2))
optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
loss_of = nn.CrossEntropyLoss()
loader = DataLoader(TensorDataset(sounds[train], cracked[train]), batch_size=64, shuffle=True)  # finding: missing-seed

for epoch in range(10):
    network.train()
    for batch, labels in loader:
        optimizer.zero_grad()
        loss = loss_of(network(batch), labels)
        loss.backward()
        optimizer.step()

network.eval()
with torch.no_grad():
    guess = network(sounds[test]).argmax(dim=1)
print("accuracy", (guess == cracked[test]).float().mean().item())
torch.save(network.state_dict(), "taps.pt")
