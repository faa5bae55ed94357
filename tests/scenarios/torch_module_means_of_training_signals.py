# clean
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
signals = torch.from_numpy(np.load("signals.npy")).float()
kinds = torch.from_numpy(np.load("kinds.npy"))
order = torch.randperm(len(signals))
count = int(0.8 * len(signals))
seen, unseen = order[:count], order[count:]
mean, std = signals[seen].mean(dim=0), signals[seen].std(dim=0)  # silent
train = TensorDataset((signals[seen] - mean) / std, kinds[seen])
test = TensorDataset((signals[unseen] - mean) / std, kinds[unseen])
net = nn.Sequential(nn.Linear(40, 16), nn.ReLU(), nn.Linear(16, 4))
optimizer = torch.optim.Adam(net.parameters())
for epoch in range(10):
    for signal, kind in DataLoader(train, batch_size=32, shuffle=True):
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(signal), kind).backward()
        optimizer.step()


@torch.no_grad()
def accuracy(part):
    net.eval()
    return np.mean([(net(s).argmax(1) == k).float().mean().item() for s, k in DataLoader(part, batch_size=64)])


print("test", accuracy(test))
