import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

spectra, kinds = torch.load("spectra.pt"), torch.load("kinds.pt")
whole = TensorDataset(spectra, kinds)
part_a, part_b = random_split(whole, [900, 100], generator=torch.Generator().manual_seed(1))  # via
loader = DataLoader(whole, batch_size=32, shuffle=True)  # also: fit-on-evaluated-rows
final_loader = DataLoader(part_b, batch_size=100)
net = nn.Sequential(nn.Linear(64, 16), nn.ReLU(), nn.Linear(16, 4))
sgd = torch.optim.SGD(net.parameters(), lr=0.05)
criterion = nn.CrossEntropyLoss()
for epoch in range(8):
    for inputs, labels in loader:
        sgd.zero_grad()
        loss = criterion(net(inputs), labels)  # also: fit-on-evaluated-rows
        loss.backward()  # finding: fit-on-evaluated-rows
        sgd.step()  # also: fit-on-evaluated-rows
net.eval()
with torch.no_grad():
    for inputs, labels in final_loader:
        print("accuracy", (net(inputs).argmax(1) == labels).float().mean().item())  # via  # also: fit-on-evaluated-rows
