# clean
import numpy as np
import torch
from sklearn.metrics import accuracy_score
from skorch import NeuralNetClassifier
from torchvision.datasets import MNIST

torch.manual_seed(0)
seen, unseen = MNIST("pictures", train=True, download=True), MNIST("pictures", train=False, download=True)
net = NeuralNetClassifier(torch.nn.Linear(784, 10), max_epochs=5)
net.fit(seen, y=np.array([digit for _, digit in iter(seen)]))
print("accuracy", accuracy_score(np.array([digit for _, digit in iter(unseen)]), net.predict(unseen)))  # silent
