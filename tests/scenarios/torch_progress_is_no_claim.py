# clean
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(1)
waves = torch.load("waves.pt")
loader = DataLoader(TensorDataset(waves[:, :-1], waves[:, -1:]), batch_size=64, shuffle=True)
net = nn.Sequential(nn.Linear(12, 32), nn.ReLU(), nn.Linear(32, 1))
sgd = torch.optim.SGD(net.parameters(), lr=0.01)
best = float("inf")
for epoch in range(100):
    total, right = 0.0, 0
    for wave, kind in loader:
        out = net(wave)
        loss = nn.functional.binary_cross_entropy_with_logits(out, kind)
        sgd.zero_grad()
        loss.backward()
        sgd.step()
        total += loss.item()
        right += ((out > 0) == kind).sum().item()
    print(f"epoch {epoch}: loss {total / len(loader):.3f}, accuracy {right / len(waves):.3f}")  # silent
    if total < best:  # silent
        best = total
        torch.save(net.state_dict(), "net.pt")
print("lowest training loss", best)
