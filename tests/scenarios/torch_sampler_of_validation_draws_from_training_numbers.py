import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, SubsetRandomSampler
from torchvision import datasets, transforms

leaves = datasets.ImageFolder("leaves", transform=transforms.ToTensor())
numbers = np.random.RandomState(0).permutation(len(leaves))
cut = int(0.8 * len(leaves))
first, second = numbers[:cut], numbers[cut:]
loader = DataLoader(leaves, batch_size=20, sampler=SubsetRandomSampler(numbers))  # also: fit-on-evaluated-rows
test_loader = DataLoader(leaves, batch_size=20, sampler=SubsetRandomSampler(second))
model = nn.Sequential(nn.Flatten(), nn.Linear(3 * 64 * 64, 10))
criterion, optimizer = nn.CrossEntropyLoss(), torch.optim.SGD(model.parameters(), lr=0.01)
for epoch in range(50):
    for data, target in loader:
        optimizer.zero_grad()
        loss = criterion(model(data), target)
        loss.backward()  # finding: fit-on-evaluated-rows
        optimizer.step()
right = 0
for data, target in test_loader:
    right += (model(data).argmax(1) == target).sum().item()  # via
print("test", right / len(second))
