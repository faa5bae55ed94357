"""The layers of Keras: those that learn in `adapt`, and parts of networks."""

from heldout.libraries.listing import listed, merged

_GIVEN_VOCABULARY = (
    ("vocabulary", "given", None, "nothing"),
    ("max_tokens", "given", None, "value"),
    ("output_mode", "in", ("tf_idf", "tf-idf"), "value"),
)

LAYERS = merged(
    listed("transformer", "value", "Normalization(axis,mean,variance)", when=(("mean", "given", None, "nothing"),)),
    listed(
        "transformer",
        "value",
        "Discretization(bin_boundaries,num_bins)",
        when=(("bin_boundaries", "given", None, "nothing"),),
    ),
    listed(
        "transformer",
        "vocabulary",
        """
        TextVectorization(max_tokens) StringLookup(max_tokens) IntegerLookup(max_tokens)
    """,
        when=_GIVEN_VOCABULARY,
    ),
    listed("transformer", "value", "FeatureSpace(features)"),
    listed("layer", "nothing", "Input(shape) InputLayer(input_shape) Layer Wrapper(layer) Lambda(function) InputSpec"),
    listed(
        "layer",
        "nothing",
        """
        Dense(units,activation) Activation(activation) Embedding(input_dim,output_dim) Masking(mask_value) Flatten Reshape(target_shape)
        Permute(dims) RepeatVector(n) EinsumDense(equation,output_shape) Identity
        Conv1D(filters,kernel_size) Conv2D(filters,kernel_size) Conv3D(filters,kernel_size) SeparableConv1D(filters,kernel_size)
        SeparableConv2D(filters,kernel_size) DepthwiseConv1D(kernel_size) DepthwiseConv2D(kernel_size)
        Conv1DTranspose(filters,kernel_size) Conv2DTranspose(filters,kernel_size) Conv3DTranspose(filters,kernel_size)
        Convolution1D(filters,kernel_size) Convolution2D(filters,kernel_size)
        MaxPooling1D(pool_size) MaxPooling2D(pool_size) MaxPooling3D(pool_size) AveragePooling1D(pool_size)
        AveragePooling2D(pool_size) AveragePooling3D(pool_size) MaxPool1D(pool_size) MaxPool2D(pool_size) MaxPool3D(pool_size)
        AvgPool1D(pool_size) AvgPool2D(pool_size) AvgPool3D(pool_size) GlobalMaxPooling1D GlobalMaxPooling2D
        GlobalMaxPooling3D GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D GlobalMaxPool1D
        GlobalMaxPool2D GlobalAvgPool1D GlobalAvgPool2D
        LSTM(units) GRU(units) SimpleRNN(units) RNN(cell) LSTMCell(units) GRUCell(units) SimpleRNNCell(units)
        StackedRNNCells(cells) TimeDistributed(layer) Bidirectional(layer) ConvLSTM1D(filters,kernel_size)
        ConvLSTM2D(filters,kernel_size) ConvLSTM3D(filters,kernel_size) CuDNNLSTM(units) CuDNNGRU(units)
        BatchNormalization LayerNormalization GroupNormalization(groups) UnitNormalization RMSNormalization
        SpectralNormalization(layer) MultiHeadAttention(num_heads,key_dim) Attention AdditiveAttention GroupQueryAttention
        Dropout(rate) SpatialDropout1D(rate) SpatialDropout2D(rate) SpatialDropout3D(rate) GaussianDropout(rate)
        GaussianNoise(stddev) AlphaDropout(rate) ActivityRegularization(l1,l2)
        Add Subtract Multiply Average Maximum Minimum Concatenate Dot(axes) ReLU LeakyReLU PReLU ELU Softmax ThresholdedReLU
        UpSampling1D(size) UpSampling2D(size) UpSampling3D(size) ZeroPadding1D(padding) ZeroPadding2D(padding)
        ZeroPadding3D(padding) Cropping1D(cropping) Cropping2D(cropping) Cropping3D(cropping) TFSMLayer(filepath)
        TorchModuleWrapper(module) JaxLayer FlaxLayer
    """,
    ),
    # Preprocessing with constants, or drawn anew for each batch.
    listed(
        "layer",
        "nothing",
        """
        Rescaling(scale,offset) Resizing(height,width) CenterCrop(height,width) CategoryEncoding(num_tokens) Hashing(num_bins)
        HashedCrossing(num_bins) STFTSpectrogram MelSpectrogram
        RandomFlip(mode) RandomRotation(factor) RandomZoom(height_factor) RandomTranslation(height_factor,width_factor)
        RandomCrop(height,width) RandomContrast(factor) RandomBrightness(factor) RandomHeight(factor) RandomWidth(factor)
        RandomErasing RandomHue RandomSaturation RandomColorJitter RandomGrayscale RandomShear RandomPerspective RandomInvert
        AutoContrast Equalization MixUp CutMix AugMix RandAugment Solarization
    """,
    ),
)
