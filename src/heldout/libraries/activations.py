"""What functions and layers of numbers make of what they are given, and which of them only change its form."""

from collections.abc import Mapping

#: Functions and methods by their last word, of torch, TensorFlow, Keras, SciPy and JAX.
FUNCTIONS: Mapping[str, str] = {
    "softmax": "softmax",
    "softmin": "softmax",
    "sigmoid": "sigmoid",
    "expit": "sigmoid",
    "log_softmax": "log_softmax",
    "logsigmoid": "log_sigmoid",
    "log_sigmoid": "log_sigmoid",
}
ROOTS = frozenset({"torch", "tensorflow", "keras", "tf_keras", "scipy", "jax"})

#: Layers of torch by their class.
LAYERS: Mapping[str, str] = {
    **dict.fromkeys("Linear LazyLinear Bilinear".split(), "logits"),
    **dict.fromkeys("Conv1d Conv2d Conv3d LazyConv1d LazyConv2d LazyConv3d".split(), "logits"),
    **dict.fromkeys("Softmax Softmax2d Softmin".split(), "softmax"),
    "Sigmoid": "sigmoid",
    "LogSoftmax": "log_softmax",
    "LogSigmoid": "log_sigmoid",
}
#: Layers that give what they are given.
SAME_LAYERS = frozenset({"Identity"})
#: Layers that give numbers of the same shape, of which nothing else is said.
SAME_SHAPE = frozenset(
    """ReLU ReLU6 LeakyReLU PReLU RReLU ELU SELU CELU GELU SiLU Mish Tanh Softplus Dropout AlphaDropout BatchNorm1d
    LayerNorm Hardtanh Hardswish""".split()
)

#: Methods and functions that leave values and shape as they are, or round them at most.
SAME = frozenset(
    """to float double half bfloat16 cpu cuda contiguous clone type type_as detach numpy pin_memory requires_grad_ copy
    asarray array tensor as_tensor from_numpy FloatTensor DoubleTensor HalfTensor Tensor float32 astype identity to_numpy
    stop_gradient convert_to_tensor""".split()
)
#: Methods and functions that change only the shape.
RESHAPES = frozenset(
    """squeeze unsqueeze view reshape flatten ravel permute transpose t swapaxes movedim expand_dims""".split()
)
LOGARITHMS = frozenset({"log", "log2", "log10"})
LOGARITHM_ROOTS = frozenset({"torch", "tensorflow", "keras", "numpy", "jax"})
#: Losses that are 0 where a network is right, and spreads that are 0 where all values are equal.
ERRORS = frozenset({"mse_loss", "MSELoss"})
SPREADS = frozenset({"std", "var", "norm"})

#: Functions of torch that make a tensor; those that take its shape as numbers.
OF_SHAPE = frozenset({"zeros", "ones", "rand", "randn", "empty"})
TENSORS = OF_SHAPE | frozenset("full randint arange linspace eye zeros_like ones_like rand_like randn_like".split())
FROM_DATA = frozenset("tensor as_tensor from_numpy FloatTensor LongTensor Tensor".split())
#: Methods of tensors that leave the tensor as it is and give another one.
OUT_OF_PLACE = frozenset(
    """to cuda cpu half double bfloat16 float long int bool view reshape permute transpose squeeze unsqueeze
    clamp detach contiguous expand flatten softmax log_softmax sigmoid abs exp log sqrt masked_fill type_as""".split()
)
#: Methods of tensors that change the tensor and give it back.
IN_PLACE = frozenset(
    """add_ sub_ mul_ div_ clamp_ relu_ sigmoid_ tanh_ exp_ log_ sqrt_ pow_ abs_ neg_ round_ floor_ ceil_ masked_fill_
    squeeze_ unsqueeze_ transpose_ t_ clamp_min_ clamp_max_ sign_ addcmul_ addcdiv_ lerp_ scatter_ index_fill_""".split()
)

#: Functions that compute a loss of an input and a target, and where they are.
LOSS_ROOTS = frozenset({"torch", "torchvision"})
LOSSES = frozenset(
    """cross_entropy nll_loss binary_cross_entropy binary_cross_entropy_with_logits mse_loss l1_loss smooth_l1_loss
    huber_loss kl_div sigmoid_focal_loss""".split()
)

#: Functions of scikit-learn that give a data set with one target a row.
ONE_TARGET = frozenset(
    """load_diabetes load_boston fetch_california_housing make_regression make_friedman1 make_friedman2 make_friedman3
    load_iris load_wine load_breast_cancer load_digits make_classification make_moons make_circles make_blobs""".split()
)
