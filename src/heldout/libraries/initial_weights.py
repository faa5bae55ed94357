"""Which layers begin with weights that are drawn, and under which arguments they are given instead."""

_TORCH = frozenset(
    """
    Linear Bilinear LazyLinear Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d LazyConv1d LazyConv2d
    RNN LSTM GRU RNNCell LSTMCell GRUCell Embedding EmbeddingBag Transformer TransformerEncoderLayer TransformerDecoderLayer
    MultiheadAttention
    """.split()
)
_KERAS = frozenset(
    """
    Dense Embedding EinsumDense Conv1D Conv2D Conv3D SeparableConv1D SeparableConv2D DepthwiseConv1D DepthwiseConv2D
    Conv1DTranspose Conv2DTranspose Conv3DTranspose Convolution1D Convolution2D LSTM GRU SimpleRNN LSTMCell GRUCell
    SimpleRNNCell ConvLSTM1D ConvLSTM2D ConvLSTM3D CuDNNLSTM CuDNNGRU MultiHeadAttention GroupQueryAttention
    """.split()
)

#: Root name of a library to its layers whose weights are drawn where they are made, or built.
WEIGHTED = {"torch": _TORCH, "keras": _KERAS, "tf_keras": _KERAS, "tensorflow": _KERAS, "tf": _KERAS}

#: Arguments that may bring weights, or a generator with a seed of its own.
GIVEN = frozenset(
    "kernel_initializer embeddings_initializer depthwise_initializer pointwise_initializer weights _weight".split()
)
