import numpy as np
import torch
from sklearn.metrics import f1_score
from torch import nn
from torch.utils.data import DataLoader
from torchvision import transforms
from torchvision.datasets import ImageFolder


def answers_of(network, loader):
    answers = []
    with torch.no_grad():
        for pictures, _ in loader:  # via
            answers.append(network(pictures).argmax(dim=1).cpu().numpy())
    return np.concatenate(answers)


def truth_of(loader):
    truth = []
    for _, kinds in loader:  # via
        truth.extend(kinds.numpy())
    return np.array(truth)


scaled = transforms.Compose([transforms.Resize((64, 64)), transforms.ToTensor()])
leaves = ImageFolder("leaves/test", transform=scaled)
loader = DataLoader(leaves, batch_size=32, shuffle=True)  # via
network = nn.Sequential(nn.Flatten(), nn.Linear(3 * 64 * 64, 5))
network.load_state_dict(torch.load("leaves.pt"))
network.eval()

answers = answers_of(network, loader)
print("F1", f1_score(truth_of(loader), answers, average="macro"))  # finding: metric-on-shuffled-pred
