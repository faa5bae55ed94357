import pandas as pd
import torch
from sklearn.model_selection import train_test_split
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset
from torchvision import models

torch.manual_seed(0)
soil = pd.read_csv("soil.csv")
readings, acidity = soil[["clay", "sand", "depth"]].values, soil["ph"].values
train_readings, test_readings, train_acidity, test_acidity = train_test_split(readings, acidity, random_state=0)
samples = TensorDataset(torch.FloatTensor(train_readings), torch.FloatTensor(train_acidity))


class Regressor(nn.Module):
    def __init__(self, inputs):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(inputs, 32), nn.Linear(32, 32)])
        self.last = nn.Linear(32, 1)

    def forward(self, rows):
        for layer in self.layers:
            rows = F.relu(layer(rows))
        return self.last(rows)


def train(network, batches, criterion):
    optimizer = torch.optim.Adam(network.parameters())
    network.train()
    for rows, wanted in batches:
        optimizer.zero_grad()
        loss = criterion(network(rows), wanted)  # finding: torch-target-shape-broadcast
        loss.backward()
        optimizer.step()


train(Regressor(3), DataLoader(samples, batch_size=32, shuffle=True), nn.MSELoss())

pictures, kinds = torch.load("pictures.pt")
pretrained = models.resnet18(weights="DEFAULT")
pretrained.fc = nn.Sequential(nn.Linear(512, 64), nn.ReLU(), nn.Linear(64, 5), nn.Softmax(dim=1))
F.cross_entropy(pretrained(pictures), kinds).backward()  # finding: torch-softmax-before-cross-entropy

judge = nn.DataParallel(nn.Sequential(nn.Flatten(), nn.Linear(784, 1), nn.Sigmoid())).to("cuda")
doubt = nn.BCEWithLogitsLoss()(judge(pictures), kinds)  # finding: torch-sigmoid-before-bce-with-logits
doubt.backward()
