# clean
import copy
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

rows = TensorDataset(torch.load("molecules.pt"), torch.load("solubility.pt"))
train_part, valid_part, test_part = random_split(rows, [0.7, 0.1, 0.2], generator=torch.Generator().manual_seed(3))
valid_loader, test_loader = DataLoader(valid_part, batch_size=256), DataLoader(test_part, batch_size=256)
net = nn.Sequential(nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 1))
adam = torch.optim.Adam(net.parameters())


def error(loader):
    net.eval()
    with torch.no_grad():
        losses = [nn.functional.mse_loss(net(x), t).item() for x, t in loader]
    return sum(losses) / len(losses)


lowest, kept = float("inf"), None
for epoch in range(100):
    net.train()
    for x, t in DataLoader(train_part, batch_size=64, shuffle=True):
        adam.zero_grad()
        nn.functional.mse_loss(net(x), t).backward()
        adam.step()
    now = error(valid_loader)  # silent
    if now < lowest:  # silent
        lowest, kept = now, copy.deepcopy(net.state_dict())
net.load_state_dict(kept)
print("test error", error(test_loader))
