import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset


class Letters(Dataset):
    def __init__(self, path):
        self.pictures, self.names = torch.load(path)

    def __len__(self):
        return len(self.names)

    def __getitem__(self, i):
        return self.pictures[i], self.names[i]


loader = DataLoader(Letters("letters.pt"), batch_size=32, shuffle=True, generator=torch.Generator().manual_seed(0))
torch.manual_seed(0)
net = nn.Sequential(nn.Flatten(), nn.Linear(256, 26))
adam = torch.optim.Adam(net.parameters())
for epoch in range(20):
    for picture, name in loader:
        adam.zero_grad()
        loss = nn.functional.cross_entropy(net(picture), name)
        loss.backward()  # via
        adam.step()
    print(epoch, loss.item())  # silent
net.eval()
right = 0
with torch.no_grad():
    for picture, name in loader:
        right += (net(picture).argmax(1) == name).sum().item()  # finding: scored-on-training-rows
print("accuracy", right / len(loader.dataset))
