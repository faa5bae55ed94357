# clean
import numpy as np
import torch
from skorch import NeuralNetRegressor
from skorch.callbacks import EarlyStopping
from sklearn.model_selection import train_test_split
from torch import nn

torch.manual_seed(0)
inputs = np.load("sensors.npy").astype(np.float32)
flow = np.load("flow.npy").astype(np.float32)
seen, unseen, flow_seen, flow_unseen = train_test_split(inputs, flow, random_state=0)
network = NeuralNetRegressor(
    nn.Linear(12, 1),
    max_epochs=500,
    callbacks=[EarlyStopping(patience=10, load_best=True)],
)
network.fit(seen, flow_seen)
print("R2", network.score(unseen, flow_unseen))
