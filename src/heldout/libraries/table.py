"""The form of the library tables: what one class, function or method means to the reader.

A table is plain data.  Each library has a module of this package with up to four dictionaries:

* ``NAMES``    what a class or function of the library does, by its public name.  The key is the part of the qualified
  name that is needed to tell it apart, without the library's root: ``"StandardScaler"``, ``"random.rand"``;
* ``METHODS``  what a method of the library's data values does (frames, arrays, tensors), by method name;
* ``MEMBERS``  what a method of one class does where that differs from the class's effect, ``"Class.method"``;
* ``MODULES``  which root names the table serves, for instance ``("keras", "tensorflow", "tf")``.

``effect`` names the handler in `heldout.reading` that carries the call out; `EFFECTS` lists them all.
"""

from typing import NamedTuple

Condition = tuple[str, str, object]
"""``(argument, test, value)``: test is ``given``, ``absent``, ``is`` (equal to a literal), ``in`` (among literals) or
``count`` (a whole number).

An argument that is not written counts as its default only where the condition says so: ``("shuffle", "is", True)``
does not hold for a call that leaves ``shuffle`` out; ``("shuffle", "not", False)`` does.  A value that the reader
cannot know satisfies neither ``is`` nor ``in`` and does satisfy ``not`` and ``given``.
"""

#: How much learning from rows matters, weakest first.  See `strongest`.
LEARNING_KINDS = ("nothing", "vocabulary", "value", "label", "copy")


class Entry(NamedTuple):
    """What one callable does.

    effect: the handler's name, one of `EFFECTS`.
    learns: the learning kind of ``LEARNING_KINDS`` when none of `when` applies.
    parameters: names of the parameters in positional order (without ``self``); empty when only keywords matter.
    when: ``(argument, test, value, kind)``: the first that holds replaces `learns`.
    seeded_by: the parameter that fixes the random numbers it draws; empty when it draws none.
    draws_when: it draws only if one of these conditions holds; empty: always (if `seeded_by` is set).
    task: ``classification``, ``regression``, ``clustering``, ``density`` or empty.
    flags: further facts as words, documented in `FLAGS`.
    """

    effect: str
    learns: str = "nothing"
    parameters: tuple[str, ...] = ()
    when: tuple[tuple[str, str, object, str], ...] = ()
    seeded_by: str = ""
    draws_when: tuple[Condition, ...] = ()
    task: str = ""
    flags: frozenset[str] = frozenset()


#: Words that `Entry.flags` may hold.
FLAGS = {
    "scale-sensitive": "the result depends on the scale of the columns",
    "distances": "rows are compared over all columns at once: by distances, inner products or variances",
    "gradients": "the weights of all columns take steps of one size",
    "penalty": "weights are kept small, whatever the unit of their column",
    "linear": "each column has one weight, so that a number twice as large counts twice",
    "keeps-scale": "columns come out at the scale at which they went in",
    "codes": "categories become whole numbers, one a category",
    "fills": "missing values are filled",
    "accepts-missing": "missing values are accepted",
    "probabilistic": "has predict_proba",
    "early-stopping-inside": "holds rows of its own fit out when asked to stop early",
    "cross-validates": "chooses its hyper-parameters by folds of its own fit",
    "grouped": "a splitter that keeps groups together, or whose folds are somebody else's decision",
    "stratified": "a splitter that keeps class shares",
    "ordered": "a splitter that keeps the order of rows",
    "nested": "takes other estimators as members",
    "lower-is-better": "a metric where less is better",
    "score-arguments": "a metric whose arguments are (truth, prediction)",
    "own": "written by the program itself: which columns it gives is not known",
    "global": "draws from, or seeds, the library's global generator",
    "two-modes": "a part of a network that behaves differently in training and in evaluation",
}

#: Every effect, with what the reader does for it.
EFFECTS = {
    # classes
    "transformer": "an object with fit and transform; its learning kind tells what fit takes from rows",
    "predictor": "an object with fit and predict",
    "clusterer": "an object whose fit_predict or labels_ come from all rows of its fit",
    "detector": "an outlier detector: its verdicts are used to drop rows",
    "search": "an object whose fit chooses among candidates by folds of its rows",
    "pipeline": "steps in a row, the last may predict",
    "union": "transformers side by side (FeatureUnion, ColumnTransformer, DataFrameMapper)",
    "wrapper": "an estimator around another one (first argument)",
    "sampler": "an object with fit_resample; learns is copy or nothing",
    "splitter": "an object whose split() yields index pairs",
    "display": "a picture of a score (from_estimator, from_predictions)",
    "kernel": "an object that only configures others",
    "callback": "a Keras or boosting callback; early stopping and checkpoints choose by validation rows",
    "network": "a neural network to be compiled and fitted (Keras)",
    "layer": "a part of a network",
    "cross_entropy": "a loss, made to be called with truth and outputs",
    "loss_of_scores": "a loss of outputs that are no probabilities yet",
    "dataset": "a torch data set over its arguments",
    "loader": "batches over a data set",
    "stream": "a data set of tf.data, over arrays, files or other data sets",
    "cut_stream": "a data set that a function of Keras or TensorFlow Datasets cuts of some rows",
    "folder": "the files of a folder, perhaps one side of a cut, as a data set",
    "module": "a torch module",
    "loss": "a torch loss: called with output and truth",
    "wrapped": "the network that it is given, in another dress (DataParallel, compile)",
    "traced": "the function that it is given, as a graph",
    "optimizer": "a torch optimizer",
    "schedule": "a learning-rate schedule around an optimizer",
    "scaler": "scales losses and steps optimizers in mixed precision",
    "accelerator": "prepares networks and loaders, and propagates back in their stead (Accelerator, Fabric)",
    "meter": "a metric that is fed batch by batch (torchmetrics)",
    "clip_gradients": "bounds the gradients of some parameters",
    "backward": "propagates a loss back",
    "grad_mode": "switches the computation of gradients on or off",
    "generator": "a random generator object",
    # functions over data
    "load": "rows come into being",
    "load_parts": "rows come into being already parted, as Keras' load_data() gives them",
    "split": "train_test_split and its kin: two parts of every array",
    "random_split": "torch's random_split: as many parts as lengths",
    "cross_validate": "fits and scores an estimator on folds of its rows",
    "cross_predict": "out-of-fold predictions",
    "metric": "a quality figure from truth and prediction",
    "select_statistic": "a score of columns against the target (chi2, f_classif)",
    "transform_function": "same rows out, having learned over rows (scale, zscore)",
    "reduce": "a statistic over rows, unless the axis says columns",
    "rowwise": "same rows out, nothing learned",
    "past": "same rows out, each from earlier rows only (cumsum, expanding, shift(+k))",
    "future": "same rows out, each from later rows (bfill)",
    "shift": "same rows out, past or future by the sign of its argument",
    "rolling": "window statistics: past unless centred",
    "subset": "some of the rows",
    "permute": "the same rows in another order",
    "shuffle": "the arguments' rows in another common order",
    "sample": "a random subset, with copies if replace=True",
    "resample": "rows drawn at random, copies unless replace=False",
    "copies": "each row several times",
    "concat": "rows of several tables under (or columns beside) one another",
    "columns": "columns of several tables beside one another",
    "merge": "columns of another table joined to the rows",
    "encode": "one-hot or integer codes: a vocabulary of the rows",
    "make": "rows made up for a demonstration (make_classification)",
    "clone": "an unfitted copy of an estimator",
    "generator_state": "the state of a generator, to be brought back by a seeding function",
    "seed": "fixes a global generator",
    "augment": "something that changes rows at random, each time they are read",
    "draw": "draws from a global generator",
    "fit_function": "trains a model in one call (xgb.train); parameters name the rows",
    "tune": "runs an objective many times and keeps the best (hyperopt)",
    "study": "an object that runs an objective many times and knows the best (optuna, ray, keras_tuner)",
    "report": "hands a figure of an objective to its tuner",
    "importance": "importances of columns from a fitted model and rows",
    "plot": "only looks",
    "save": "state leaves the process",
    "restore": "state comes back",
    # of frames, series and arrays
    "aggregate": "statistics of columns, one by one or by name",
    "append": "rows under the table, or items at the end of a list",
    "apply": "a function called with rows, columns or values",
    "assign": "the same rows with more columns",
    "clip": "values bounded by numbers, or by statistics of the same rows",
    "correlate": "a statistic of pairs of columns",
    "drop": "without some columns, or without some rows",
    "eval": "a formula in text",
    "fillna": "missing values filled by a number, or by statistics of the same rows",
    "frame": "a table made of columns or rows at hand",
    "groupby": "rows by the values of a column",
    "insert": "one more column, in place",
    "items": "pairs of name and column, or of index and row",
    "keys": "the names of columns",
    "merge_with": "columns of another table joined to the rows of this one",
    "neighbours": "missing values filled from rows before and after",
    "pivot": "one row for each value of a column",
    "reshape": "rows turned into columns (unstack): a row stands for several that were loaded",
    "expression": "columns of the frame that the expression is handed to (polars)",
    "pop": "a column taken out, in place",
    "rank": "places in the order of all rows",
    "rename": "the same rows with columns of other names",
    "select": "columns by type or name (select_dtypes, filter)",
    "sort": "the same rows, ordered by a column",
    "choose": "the position of the largest or smallest item (argmax)",
    "columns_of": "arrays beside one another as columns",
    "draw_rows": "rows, or positions of rows, at random (permutation, choice)",
    "drop_positions": "without the rows or columns at some positions",
    "make_array": "an array of a given shape, perhaps of as many rows as a table has",
    "nonzero": "the positions at which a condition holds",
    "order": "the positions that would sort the rows",
    "pieces": "the rows cut into parts in their order",
    "positions": "the numbers from 0 to the length",
    "rows_of": "arrays under one another as rows",
    "shuffle_in_place": "the same rows in a random order, in place",
    "sort_in_place": "the same rows in order, in place",
    "stack": "arrays along a new axis: nothing is claimed of the result",
    "special": "handled by name in the reader",
    "known": "known, and of no consequence for rows",
}


def strongest(kinds: "list[str] | tuple[str, ...]") -> str:
    """The strongest of some learning kinds (``nothing`` for none)."""
    return max(kinds, key=LEARNING_KINDS.index, default="nothing")
