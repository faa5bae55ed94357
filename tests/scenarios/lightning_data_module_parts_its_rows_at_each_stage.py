import lightning as L
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split


class Scans(L.LightningDataModule):
    def setup(self, stage):
        whole = TensorDataset(torch.load("scans.pt"), torch.load("findings.pt"))
        self.train_part, self.stop_part, self.test_part = random_split(whole, [0.8, 0.1, 0.1])  # finding: second-random-split

    def train_dataloader(self):
        return DataLoader(self.train_part, batch_size=16, shuffle=True)

    def val_dataloader(self):
        return DataLoader(self.stop_part, batch_size=16)

    def test_dataloader(self):
        return DataLoader(self.test_part, batch_size=16)


class Reader(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(1024, 2)

    def training_step(self, batch, number):
        return nn.functional.cross_entropy(self.layer(batch[0]), batch[1])

    def test_step(self, batch, number):
        self.log("test_loss", nn.functional.cross_entropy(self.layer(batch[0]), batch[1]))

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters())


L.seed_everything(11)
scans, reader = Scans(), Reader()
trainer = L.Trainer(max_epochs=5)
trainer.fit(reader, datamodule=scans)  # via
trainer.test(reader, datamodule=scans)  # via
