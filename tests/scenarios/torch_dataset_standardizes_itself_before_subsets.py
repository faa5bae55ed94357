import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, Subset


class Curves(Dataset):
    def __init__(self, path):
        raw = torch.from_numpy(np.load(path)).float()
        values, self.target = raw[:, :-1], raw[:, -1:]
        self.values = (values - values.mean(0)) / values.std(0)  # finding: preprocess-before-split

    def __len__(self):
        return len(self.values)

    def __getitem__(self, i):
        return self.values[i], self.target[i]


curves = Curves("curves.npy")
order = torch.randperm(len(curves), generator=torch.Generator().manual_seed(0)).tolist()
cut = int(0.8 * len(order))
seen, unseen = Subset(curves, order[:cut]), Subset(curves, order[cut:])  # via
model = nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(model.parameters())
for epoch in range(10):
    for batch, truth in DataLoader(seen, batch_size=64, shuffle=True):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(batch), truth)
        loss.backward()
        optimizer.step()
model.eval()
with torch.no_grad():
    errors = [(model(batch) - truth).abs().mean().item() for batch, truth in DataLoader(unseen, batch_size=64)]  # via
print(sum(errors) / len(errors))
