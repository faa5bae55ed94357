from collections.abc import Callable

import pytest

from heldout.events import Fit, Score, Split
from heldout.rows import meets
from heldout.trace import Trace

Read = Callable[[str], Trace]

LOADERS = [
    "dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, seed=1)",
    "dls = TabularDataLoaders.from_df(df, y_names='y', valid_idx=[1, 2])",
    "dls = DataBlock(get_items=get_image_files, splitter=RandomSplitter(seed=1)).dataloaders(path)",
    "dls = TabularPandas(df, y_names='y', splits=RandomSplitter(seed=1)(range_of(df))).dataloaders(bs=64)",
    "dls = DataLoaders(pd.read_csv('b.csv'), pd.read_csv('c.csv'))",
]


@pytest.mark.parametrize("loaders", LOADERS)
def test_learners_learn_from_one_part_and_watch_another(read: Read, loaders: str) -> None:
    """A learner is fitted on the first part of its loaders, watches the second, and is judged on that or on others."""
    program = f"""
        from fastai.vision.all import *
        from fastai.tabular.all import *
        df = pd.read_csv("a.csv")
        {loaders}
        learn = Learner(dls, network, cbs=[SaveModelCallback(monitor="valid_loss")])
        learn.fit_one_cycle(3)
        print(learn.validate())
        print(learn.validate(dl=learn.dls.test_dl(pd.read_csv("test.csv"))))
    """
    trace = read(program)
    (fit,) = trace.of(Fit)
    assert fit.validation is not None
    assert (fit.written, fit.method, meets(fit.rows, fit.validation.rows)) == ("learn", "fit_one_cycle", "no")
    assert fit.watchers == ("ModelCheckpoint",)
    first, second = trace.of(Score)
    assert (first.rows is fit.validation.rows, first.fits) == (True, (fit,))
    assert (str(second.rows)[:8], second.fits) == ("read_csv", (fit,))


def test_predictions_of_a_learner(read: Read) -> None:
    """``get_preds`` gives predictions for the watched rows, or for others, with their labels."""
    program = """
        from fastai.tabular.all import *
        df = pd.read_csv("a.csv")
        dls = TabularDataLoaders.from_df(df, y_names="y")
        learn = tabular_learner(dls)
        learn.fit(1)
        answers, labels = learn.get_preds()
        print(accuracy_score(labels, answers.argmax(1)))
    """
    trace = read(program)
    (fit,) = trace.of(Fit)
    (split,) = trace.of(Split)
    scores = [score for score in trace.of(Score) if not score.implied]
    assert [score.function for score in scores] == ["accuracy_score"]
    assert scores[0].rows is fit.validation.rows is split.parts[1].rows  # type: ignore[union-attr]
