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
