import lightning as L
import torch
from lightning.pytorch.callbacks import EarlyStopping
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split


class Net(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(20, 2)

    def training_step(self, batch, index):
        return nn.functional.cross_entropy(self.layer(batch[0]), batch[1])

    def validation_step(self, batch, index):
        self.log("val_loss", nn.functional.cross_entropy(self.layer(batch[0]), batch[1]))

    def test_step(self, batch, index):
        self.log("test_acc", (self.layer(batch[0]).argmax(1) == batch[1]).float().mean())

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters())


rows = TensorDataset(torch.load("inputs.pt"), torch.load("classes.pt"))
left, right = random_split(rows, [0.8, 0.2], generator=torch.Generator().manual_seed(0))  # via
trainer = L.Trainer(max_epochs=100, callbacks=[EarlyStopping(monitor="val_loss", patience=3)])
net = Net()
trainer.fit(net, DataLoader(left, batch_size=32, shuffle=True), DataLoader(right, batch_size=32))  # finding: early-stopping-on-test-rows
trainer.test(net, DataLoader(right, batch_size=32))  # via
