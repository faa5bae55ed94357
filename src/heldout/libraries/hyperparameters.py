"""Between which bounds hyperparameters mean something, for the calls that take them."""

from typing import NamedTuple


class Limits(NamedTuple):
    """The values of a parameter that mean something.

    least, most: the bounds, which are inside; below, above: what becomes of a value beyond them.  level: ``advice`` where
    such a value may be meant.
    """

    least: float
    most: float
    below: str
    above: str
    level: str = "warning"

    def story(self, value: float) -> str:
        """What becomes of a value, empty if it is inside."""
        return self.below if value < self.least else self.above if value > self.most else ""


_ANY = float("inf")
_BELOW_ONE = 1 - 1e-9
_ABOVE_NOTHING = 1e-12

_UPHILL = "so that each step goes up the loss and not down"
_WHATEVER = "and each step moves every weight by about as much, whatever its gradient"
_RATES = (Limits(0, _BELOW_ONE, _UPHILL, _WHATEVER), Limits(0, 0.1 - 1e-9, _UPHILL, _WHATEVER, "advice"))
_UP_ONLY = (Limits(0, _ANY, _UPHILL, ""),)
_NO_SHARE = "which is no share of anything"
_DROPPED = (Limits(0, 0.9 - 1e-9, _NO_SHARE, "which leaves a tenth of the inputs or fewer"),)
_MOMENTUM = (
    Limits(
        0,
        _BELOW_ONE,
        "so that each step undoes some of the last one",
        "so that no step ever fades out of the next ones",
    ),
)
_MEAN = (Limits(0, _BELOW_ONE, "which is no weight of a mean", "so that no new gradient enters the mean"),)
_DECAY = (Limits(0, _ANY, "so that weights grow and do not shrink", ""),)
_FALLING = (Limits(0, 1, _NO_SHARE, "so that the learning rate grows where it is to fall"),)
_LOWERED = (Limits(_ABOVE_NOTHING, _BELOW_ONE, "so that nothing is learned from then on", "which lowers nothing"),)
_BOUND = (Limits(_ABOVE_NOTHING, _ANY, "which leaves nothing of the gradients", ""),)
_SMOOTHED = (Limits(0, _BELOW_ONE, _NO_SHARE, "which leaves nothing of the labels"),)
_EPOCHS = (Limits(1, _ANY, "so that nothing is trained", ""),)
_SET_ASIDE = (Limits(0, 0.9 - 1e-9, _NO_SHARE, "which leaves a tenth of the rows or fewer to learn from"),)
_SHRUNK = (
    Limits(
        _ABOVE_NOTHING,
        1,
        "so that no tree mends what the others got wrong",
        "so that each tree overshoots the error that it is to mend",
    ),
)

_ADAPTIVE = "Adam AdamW Adamax Nadam NAdam RAdam RMSprop"
_TABLE = (
    (_ADAPTIVE, "lr learning_rate", _RATES),
    ("SGD Adagrad Adadelta", "lr learning_rate", _UP_ONLY),
    ("SGD RMSprop", "momentum", _MOMENTUM),
    (_ADAPTIVE, "beta_1 beta_2", _MEAN),
    (f"{_ADAPTIVE} SGD", "weight_decay", _DECAY),
    ("Dropout Dropout1d Dropout2d Dropout3d SpatialDropout1D SpatialDropout2D SpatialDropout3D AlphaDropout", "p rate", _DROPPED),
    ("StepLR MultiStepLR ExponentialLR", "gamma", _FALLING),
    ("ReduceLROnPlateau", "factor", _LOWERED),
    ("clip_grad_norm_", "max_norm", _BOUND),
    ("clip_grad_value_", "clip_value", _BOUND),
    ("CrossEntropyLoss CategoricalCrossentropy", "label_smoothing", _SMOOTHED),
    (
        """XGBClassifier XGBRegressor LGBMClassifier LGBMRegressor CatBoostClassifier CatBoostRegressor
        GradientBoostingClassifier GradientBoostingRegressor HistGradientBoostingClassifier HistGradientBoostingRegressor""",
        "learning_rate eta",
        _SHRUNK,
    ),
)  # fmt: skip
#: Of the methods of a Keras network.
KERAS_FIT = {"epochs": _EPOCHS, "validation_split": _SET_ASIDE}

LIMITS = {
    (name, parameter): limits
    for names, parameters, limits in _TABLE
    for name in names.split()
    for parameter in parameters.split()
}
"""The limits of each parameter of each callable, the widest first."""

CALLABLES = frozenset(name for name, _ in LIMITS)
