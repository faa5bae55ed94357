# clean
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, SubsetRandomSampler
from torchvision import datasets, transforms

steps = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))])
train_data = datasets.MNIST("digits", train=True, transform=steps)
test_data = datasets.MNIST("digits", train=False, transform=steps)
numbers = list(range(len(train_data)))
np.random.shuffle(numbers)
cut = int(np.floor(0.2 * len(train_data)))
train_numbers, valid_numbers = numbers[cut:], numbers[:cut]
train_loader = DataLoader(train_data, batch_size=20, sampler=SubsetRandomSampler(train_numbers))
valid_loader = DataLoader(train_data, batch_size=20, sampler=SubsetRandomSampler(valid_numbers))  # silent
test_loader = DataLoader(test_data, batch_size=20)
model = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
criterion, optimizer = nn.CrossEntropyLoss(), torch.optim.SGD(model.parameters(), lr=0.01)
lowest = np.inf
for epoch in range(50):
    for data, target in train_loader:
        optimizer.zero_grad()
        loss = criterion(model(data), target)
        loss.backward()
        optimizer.step()
    loss_here = sum(criterion(model(data), target).item() * data.size(0) for data, target in valid_loader)
    if loss_here <= lowest:  # silent
        torch.save(model.state_dict(), "model.pt")
        lowest = loss_here
model.load_state_dict(torch.load("model.pt"))
right = 0.0
for data, target in test_loader:
    _, guess = torch.max(model(data), 1)
    right += guess.eq(target.data.view_as(guess)).sum().item()
print("test", right / len(test_loader.dataset))
