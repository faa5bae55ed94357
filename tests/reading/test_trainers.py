from collections.abc import Callable

from heldout.events import Fit, Score
from heldout.trace import Trace

Read = Callable[[str], Trace]


def test_trainer_of_transformers(read: Read) -> None:
    """A trainer fits its model on its training set, watches and judges it on its evaluation set."""
    program = """
        from transformers import Trainer, TrainingArguments, AutoModelForSequenceClassification
        from datasets import load_dataset
        d = load_dataset("imdb")
        model = AutoModelForSequenceClassification.from_pretrained("base")
        settings = TrainingArguments(load_best_model_at_end=True)
        trainer = Trainer(model=model, args=settings, train_dataset=d["train"], eval_dataset=d["test"])
        trainer.train()
        print(trainer.evaluate())
    """
    trace = read(program)
    (fit,) = trace.of(Fit)
    assert (fit.written, fit.method, str(fit.rows)) == ("model", "train", "load_dataset@4 / train")
    assert str(fit.validation.rows) == "load_dataset@4 / test"  # type: ignore[union-attr]
    assert fit.watchers == ("load_best_model_at_end",)
    (score,) = trace.of(Score)
    assert (score.fits, score.reported, str(score.rows)) == ((fit,), True, "load_dataset@4 / test")


def test_trainer_of_lightning(read: Read) -> None:
    """A trainer that is handed a network and loaders fits it on the first, watches the second and judges it on the third."""
    program = """
        import lightning as L
        from lightning.pytorch.callbacks import EarlyStopping
        class Network(L.LightningModule):
            def training_step(self, batch): return self.layer(batch)
        trainer = L.Trainer(callbacks=[EarlyStopping("val_loss")])
        network = Network()
        trainer.fit(network, train_loader, valid_loader)
        trainer.test(network, test_loader)
    """
    trace = read(program)
    fit = next(iter(trace.of(Fit)))
    assert (fit.model, str(fit.rows), str(fit.validation.rows)) == ("Network", "train_loader", "valid_loader")  # type: ignore[union-attr]
    assert fit.watchers == ("EarlyStopping",)
    score = next(score for score in trace.of(Score) if score.function == "Network.test")
    assert (score.fits, str(score.rows)) == ((fit,), "test_loader")


def test_training_loop_written_by_hand(read: Read) -> None:
    """The rows whose loss is propagated back are those that the network was fitted on."""
    program = """
        import torch
        x = torch.tensor(pd.read_csv("a.csv").values)
        network = torch.nn.Linear(2, 1)
        loss_of = torch.nn.MSELoss()
        optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
        for epoch in range(10):
            loss = loss_of(network(x[:80]), x[:80, 0])
            loss.backward()
            optimizer.step()
        print((network(x[80:]) - x[80:, 0]).abs().mean())
    """
    trace = read(program)
    fits = list(trace.of(Fit))
    assert {(fit.written, fit.method, str(fit.rows)) for fit in fits} == {("network", "backward", "read_csv@3 / [:80]")}
    *_, score = trace.of(Score)
    assert str(score.rows) == "read_csv@3 / [80:]"
    assert set(score.fits) <= set(fits)
    assert score.fits


NETWORK = """
        import pytorch_lightning as pl
        from pytorch_lightning.callbacks import EarlyStopping, ModelCheckpoint
        from torch.utils.data import DataLoader
        class Network(pl.LightningModule):
            def training_step(self, batch, number): return self.layer(batch)
        class Module(pl.LightningDataModule):
            def setup(self, stage=None):
                if stage in ("fit", None):
                    self.first = pd.read_csv("train.csv")
                    self.second = pd.read_csv("valid.csv")
                if stage == "test":
                    self.third = pd.read_csv("test.csv")
            def train_dataloader(self): return DataLoader(self.first)
            def val_dataloader(self): return DataLoader(self.second)
            def test_dataloader(self): return DataLoader(self.third)
"""


def test_data_module_is_asked_as_lightning_asks_it(read: Read) -> None:
    """A data module is set up for each stage and asked for the loaders of that stage."""
    trace = read(
        NETWORK
        + """
        trainer = pl.Trainer()
        trainer.fit(Network(), datamodule=Module())
        trainer.test()
        """
    )
    (fit,) = trace.of(Fit)
    assert (str(fit.rows)[:8], str(fit.validation and fit.validation.rows)[:8]) == ("read_csv", "read_csv")
    assert fit.watchers == ()
    (score,) = trace.of(Score)
    assert (score.function, score.fits, score.reported) == ("Network.test", (fit,), True)
    places = [rows.root.label for rows in (fit.rows, fit.validation.rows, score.rows)]  # type: ignore[union-attr]
    assert places == sorted(set(places))


def test_best_checkpoint_of_lightning_is_chosen(read: Read) -> None:
    """A checkpoint counts as a choice only if it goes by what is watched and its best state is taken back."""
    program = """
        best = ModelCheckpoint(monitor=MONITOR)
        trainer = pl.Trainer(callbacks=[best])
        network = Network()
        trainer.fit(network, DataLoader(pd.read_csv("a.csv")), DataLoader(pd.read_csv("b.csv")))
        """
    outcomes = {}
    for monitor in ('"val_loss"', '"train_loss"', "None"):
        for asked in ('network, loader, ckpt_path="best"', "dataloaders=loader", "network, loader"):
            text = NETWORK + program.replace("MONITOR", monitor) + f"trainer.test({asked})\n"
            (fit,) = read(text).of(Fit)
            outcomes[monitor, asked] = fit.watchers
    chosen = {key for key, watchers in outcomes.items() if watchers == ("ModelCheckpoint",)}
    assert chosen == {('"val_loss"', 'network, loader, ckpt_path="best"'), ('"val_loss"', "dataloaders=loader")}


def test_checkpoint_of_lightning_is_loaded(read: Read) -> None:
    """A network that is loaded from the best checkpoint is the one that was fitted; another one was fitted elsewhere."""
    program = """
        best = ModelCheckpoint(monitor="val_loss")
        trainer = pl.Trainer(callbacks=best)
        other = Network.load_from_checkpoint("elsewhere.ckpt")
        trainer.test(other, DataLoader(pd.read_csv("c.csv")))
        trainer.fit(Network(), DataLoader(pd.read_csv("a.csv")), DataLoader(pd.read_csv("b.csv")))
        network = Network.load_from_checkpoint(trainer.checkpoint_callback.best_model_path)
        trainer.test(network, DataLoader(pd.read_csv("c.csv")))
        """
    trace = read(NETWORK + program)
    (fit,) = trace.of(Fit)
    first, second = trace.of(Score)
    assert (first.fits, second.fits, fit.watchers) == ((), (fit,), ("ModelCheckpoint",))


def test_figures_of_training_are_on_the_watched_rows(read: Read) -> None:
    """``callback_metrics`` tells figures on the rows that were watched, and `validate` on them tells nothing new."""
    program = """
        trainer = pl.Trainer()
        watched = DataLoader(pd.read_csv("b.csv"))
        network = Network()
        trainer.fit(network, DataLoader(pd.read_csv("a.csv")), watched)
        trainer.validate(network, watched)
        print(trainer.callback_metrics["val_loss"].item())
        """
    trace = read(NETWORK + program)
    (fit,) = trace.of(Fit)
    again, curve = trace.of(Score)
    assert fit.validation is not None
    assert again.rows is curve.rows is fit.validation.rows
    assert (again.progress, curve.progress, curve.reported) == (True, False, True)


def test_unknown_data_module_has_three_parts(read: Read) -> None:
    """A data module of another file gives parts that share no rows."""
    trace = read(
        NETWORK
        + """
        from elsewhere import Data
        module = Data()
        network = Network()
        trainer = pl.Trainer()
        trainer.fit(network, module)
        trainer.test(network, datamodule=module)
        """
    )
    (fit,) = trace.of(Fit)
    (score,) = trace.of(Score)
    assert (fit.rows.slot, score.rows.slot, fit.rows.parent is score.rows.parent) == ("train", "test", True)


def test_predictions_of_a_trainer_by_name(read: Read) -> None:
    """What a trainer of Transformers predicts is judged against the labels that come with it."""
    program = """
        import numpy as np
        from transformers import Trainer, AutoModelForSequenceClassification
        from datasets import load_dataset
        d = load_dataset("imdb")
        trainer = Trainer(AutoModelForSequenceClassification.from_pretrained("base"), train_dataset=d["train"])
        trainer.train()
        answers = trainer.predict(d["test"])
        print(accuracy_score(answers.label_ids, np.argmax(answers.predictions, axis=-1)))
    """
    trace = read(program)
    (fit,) = trace.of(Fit)
    scores = {score.function: (str(score.rows), score.fits) for score in trace.of(Score) if not score.implied}
    assert scores["accuracy_score"] == ("load_dataset@5 / test", (fit,))
