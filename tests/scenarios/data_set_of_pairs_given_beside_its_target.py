# clean
import numpy as np
import torch
from sklearn.datasets import make_classification
from skorch import NeuralNetClassifier
from torch.utils.data import Dataset


class Pairs(Dataset):
    def __init__(self, inputs, answers):
        self.inputs, self.answers = inputs, answers

    def __len__(self):
        return len(self.inputs)

    def __getitem__(self, number):
        return self.inputs[number], self.answers[number]


torch.manual_seed(0)
X, y = make_classification(1000, 20, random_state=0)
net = NeuralNetClassifier(torch.nn.Linear(20, 2), max_epochs=5)
net.fit(Pairs(X.astype(np.float32), y), y=y)  # silent
