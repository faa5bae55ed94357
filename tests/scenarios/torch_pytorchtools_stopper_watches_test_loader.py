import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms


class Stopper:
    def __init__(self, patience=7, path="stopped.pt"):
        self.patience, self.path = patience, path
        self.waited, self.lowest, self.stop = 0, None, False

    def __call__(self, loss, network):
        score = -loss
        if self.lowest is None:
            self.lowest = score
            self.keep(network)
        elif score < self.lowest:  # also: tuned-on-test-rows or early-stopping-on-test-rows
            self.waited += 1
            self.stop = self.waited >= self.patience
        else:
            self.lowest = score
            self.keep(network)
            self.waited = 0

    def keep(self, network):
        torch.save(network.state_dict(), self.path)  # finding: tuned-on-test-rows or early-stopping-on-test-rows


steps = transforms.ToTensor()
train_loader = DataLoader(datasets.FashionMNIST("clothes", train=True, transform=steps), batch_size=64, shuffle=True)
test_loader = DataLoader(datasets.FashionMNIST("clothes", train=False, transform=steps), batch_size=512)
net = nn.Sequential(nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Dropout(0.3), nn.Linear(64, 10))
optimizer = torch.optim.Adam(net.parameters())
criterion = nn.CrossEntropyLoss()
stopper = Stopper()
for epoch in range(200):
    net.train()
    for images, labels in train_loader:
        optimizer.zero_grad()
        criterion(net(images), labels).backward()
        optimizer.step()
    net.eval()
    losses = []
    with torch.no_grad():
        for images, labels in test_loader:
            losses.append(criterion(net(images), labels).item())
    stopper(sum(losses) / len(losses), net)
    if stopper.stop:
        break
net.load_state_dict(torch.load("stopped.pt"))
right = 0
with torch.no_grad():
    for images, labels in test_loader:
        right += (net(images).argmax(1) == labels).sum().item()  # via
print("test accuracy", right / len(test_loader.dataset))
