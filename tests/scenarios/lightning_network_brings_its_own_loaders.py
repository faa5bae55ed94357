import lightning as L
import torch
from lightning.pytorch.callbacks import ModelCheckpoint
from torch import nn
from torch.utils.data import DataLoader
from torchvision.datasets import FashionMNIST
from torchvision.transforms import ToTensor


class Clothes(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 10))

    def training_step(self, batch, number):
        return nn.functional.cross_entropy(self.layers(batch[0]), batch[1])

    def validation_step(self, batch, number):
        self.log("val_loss", nn.functional.cross_entropy(self.layers(batch[0]), batch[1]))

    def test_step(self, batch, number):
        self.log("test_loss", nn.functional.cross_entropy(self.layers(batch[0]), batch[1]))

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)

    def train_dataloader(self):
        return DataLoader(FashionMNIST("data", train=True, transform=ToTensor()), batch_size=32, shuffle=True)

    def val_dataloader(self):
        return DataLoader(FashionMNIST("data", train=False, transform=ToTensor()), batch_size=32)

    def test_dataloader(self):
        return DataLoader(FashionMNIST("data", train=False, transform=ToTensor()), batch_size=32)


L.seed_everything(0)
best = ModelCheckpoint(monitor="val_loss")
trainer = L.Trainer(max_epochs=20, callbacks=[best])
trainer.fit(Clothes())  # finding: early-stopping-on-test-rows
clothes = Clothes.load_from_checkpoint(best.best_model_path)
trainer.test(clothes)  # via
