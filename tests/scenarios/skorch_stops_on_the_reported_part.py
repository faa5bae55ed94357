import numpy as np
import torch
from skorch import NeuralNetRegressor
from skorch.callbacks import EarlyStopping
from skorch.dataset import Dataset
from skorch.helper import predefined_split
from sklearn.model_selection import train_test_split
from torch import nn

torch.manual_seed(0)
inputs = np.load("sensors.npy").astype(np.float32)
flow = np.load("flow.npy").astype(np.float32)
seen, unseen, flow_seen, flow_unseen = train_test_split(inputs, flow, random_state=0)
network = NeuralNetRegressor(
    nn.Linear(12, 1),
    max_epochs=500,
    train_split=predefined_split(Dataset(unseen, flow_unseen)),
    callbacks=[EarlyStopping(patience=10, load_best=True)],
)
network.fit(seen, flow_seen)  # finding: early-stopping-on-test-rows
print("R2", network.score(unseen, flow_unseen))  # via
