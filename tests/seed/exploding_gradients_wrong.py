"""Predicts a pump's pressure from the last ten minutes with a recurrent network."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(40)
windows, pressure = torch.load("windows.pt"), torch.load("pressure.pt")
train = DataLoader(TensorDataset(windows[:20000], pressure[:20000]), batch_size=64, shuffle=True)
test = DataLoader(TensorDataset(windows[20000:], pressure[20000:]), batch_size=256)


class Pump(nn.Module):
    def __init__(self):
        super().__init__()
        self.memory = nn.LSTM(input_size=4, hidden_size=64, num_layers=2, dropout=0.2, batch_first=True)
        self.head = nn.Linear(64, 1)

    def forward(self, minutes):
        states, _ = self.memory(minutes)
        return self.head(states[:, -1]).squeeze(1)


network = Pump()
optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
loss_of = nn.MSELoss()
for epoch in range(15):
    network.train()
    for minutes, truth in train:
        optimizer.zero_grad()
        loss_of(network(minutes), truth).backward()
        optimizer.step()  # finding: no-gradient-clipping

network.eval()
total = 0.0
with torch.no_grad():
    for minutes, truth in test:
        total += loss_of(network(minutes), truth).item() * len(truth)
print("mean squared error", total / len(test.dataset))
torch.save(network.state_dict(), "pump.pt")
