import pytorch_lightning as pl
import torch
from pytorch_lightning.callbacks import EarlyStopping, ModelCheckpoint
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split


class Spectra(pl.LightningDataModule):
    def __init__(self, batch_size):
        super().__init__()
        self.batch_size = batch_size

    def setup(self, stage=None):
        whole = TensorDataset(torch.load("spectra.pt"), torch.load("minerals.pt"))
        self.seen, self.unseen = random_split(whole, [900, 100], generator=torch.Generator().manual_seed(7))

    def train_dataloader(self):
        return DataLoader(self.seen, batch_size=self.batch_size, shuffle=True)

    def val_dataloader(self):
        return DataLoader(self.unseen, batch_size=self.batch_size)

    def test_dataloader(self):
        return DataLoader(self.unseen, batch_size=self.batch_size)


class Classifier(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(200, 5)

    def forward(self, inputs):
        return self.layer(inputs)

    def training_step(self, batch, number):
        inputs, label = batch
        return nn.functional.cross_entropy(self(inputs), label)

    def validation_step(self, batch, number):
        inputs, label = batch
        self.log("val_loss", nn.functional.cross_entropy(self(inputs), label))

    def test_step(self, batch, number):
        inputs, label = batch
        self.log("accuracy", (self(inputs).argmax(1) == label).float().mean())

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters())


def main():
    pl.seed_everything(7)
    spectra, classifier = Spectra(64), Classifier()
    best = ModelCheckpoint(monitor="val_loss")
    trainer = pl.Trainer(max_epochs=200, callbacks=[EarlyStopping("val_loss", patience=5), best])
    trainer.fit(classifier, datamodule=spectra)  # finding: early-stopping-on-test-rows
    trainer.test(ckpt_path="best", datamodule=spectra)  # via


if __name__ == "__main__":
    main()
