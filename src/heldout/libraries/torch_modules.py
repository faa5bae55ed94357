"""The modules and losses of torch.nn, the optimizers and schedules of torch.optim."""

from heldout.libraries.listing import listed, merged

_LAYERS = listed(
    "module",
    "nothing",
    """
    Module Sequential ModuleList ModuleDict ParameterList ParameterDict Parameter(data,requires_grad) Buffer
    Linear(in_features,out_features) Bilinear(in1_features,in2_features,out_features) LazyLinear(out_features) Identity nn.Flatten
    nn.Unflatten(dim,unflattened_size) Conv1d(in_channels,out_channels,kernel_size) Conv2d(in_channels,out_channels,kernel_size)
    Conv3d(in_channels,out_channels,kernel_size) ConvTranspose1d(in_channels,out_channels,kernel_size)
    ConvTranspose2d(in_channels,out_channels,kernel_size) ConvTranspose3d(in_channels,out_channels,kernel_size)
    LazyConv1d(out_channels,kernel_size) LazyConv2d(out_channels,kernel_size) MaxPool1d(kernel_size) MaxPool2d(kernel_size)
    MaxPool3d(kernel_size) AvgPool1d(kernel_size) AvgPool2d(kernel_size) AvgPool3d(kernel_size) AdaptiveAvgPool1d(output_size)
    AdaptiveAvgPool2d(output_size) AdaptiveAvgPool3d(output_size) AdaptiveMaxPool1d(output_size) AdaptiveMaxPool2d(output_size)
    LPPool2d(norm_type,kernel_size) FractionalMaxPool2d(kernel_size) MaxUnpool2d(kernel_size) Upsample(size)
    UpsamplingNearest2d(size) UpsamplingBilinear2d(size) PixelShuffle(upscale_factor) PixelUnshuffle(downscale_factor)
    Fold(output_size,kernel_size) Unfold(kernel_size) ZeroPad2d(padding) ReflectionPad1d(padding) ReflectionPad2d(padding)
    ReplicationPad2d(padding) ConstantPad1d(padding,value) ConstantPad2d(padding,value)
    RNN(input_size,hidden_size) LSTM(input_size,hidden_size) GRU(input_size,hidden_size) RNNCell(input_size,hidden_size)
    LSTMCell(input_size,hidden_size) GRUCell(input_size,hidden_size) Embedding(num_embeddings,embedding_dim)
    EmbeddingBag(num_embeddings,embedding_dim) TransformerEncoder(encoder_layer,num_layers)
    TransformerDecoder(decoder_layer,num_layers) InstanceNorm1d(num_features) InstanceNorm2d(num_features)
    InstanceNorm3d(num_features)
    MultiheadAttention(embed_dim,num_heads) ReLU ReLU6 LeakyReLU PReLU RReLU ELU SELU CELU GELU SiLU Mish Sigmoid Tanh Softmax(dim)
    LogSoftmax(dim) Softmax2d Softplus Softsign Softmin LogSigmoid Hardtanh Hardsigmoid Hardswish Hardshrink Softshrink Tanhshrink
    Threshold(threshold,value) GLU CosineSimilarity(dim) PairwiseDistance
    LayerNorm(normalized_shape) GroupNorm(num_groups,num_channels) RMSNorm(normalized_shape) LocalResponseNorm(size)
""",
)

_WRAPPERS = listed(
    "wrapped", "nothing", "DataParallel(module) DistributedDataParallel(module) convert_sync_batchnorm(module)"
)

# These behave otherwise in training than in evaluation.
_TWO_MODES = listed(
    "module",
    "nothing",
    """
    Dropout(p) Dropout1d(p) Dropout2d(p) Dropout3d(p) AlphaDropout(p) FeatureAlphaDropout(p) BatchNorm1d(num_features)
    BatchNorm2d(num_features) BatchNorm3d(num_features) LazyBatchNorm1d LazyBatchNorm2d LazyBatchNorm3d
    SyncBatchNorm(num_features) TransformerEncoderLayer(d_model,nhead) TransformerDecoderLayer(d_model,nhead)
    Transformer
""",
    flags="two-modes",
)

_LOSSES = merged(
    listed(
        "loss",
        "nothing",
        """
        CrossEntropyLoss(weight) NLLLoss(weight) BCELoss(weight) BCEWithLogitsLoss(weight) MultiLabelMarginLoss
        MultiLabelSoftMarginLoss MultiMarginLoss SoftMarginLoss HingeEmbeddingLoss CosineEmbeddingLoss MarginRankingLoss
        TripletMarginLoss TripletMarginWithDistanceLoss CTCLoss AdaptiveLogSoftmaxWithLoss
    """,
        task="classification",
        flags="lower-is-better",
    ),
    listed(
        "loss",
        "nothing",
        "MSELoss L1Loss SmoothL1Loss HuberLoss PoissonNLLLoss GaussianNLLLoss",
        task="regression",
        flags="lower-is-better",
    ),
    listed("loss", "nothing", "KLDivLoss", flags="lower-is-better"),
    listed(
        "metric",
        "nothing",
        """
        functional.cross_entropy functional.nll_loss functional.binary_cross_entropy functional.binary_cross_entropy_with_logits
        functional.kl_div functional.hinge_embedding_loss functional.multi_margin_loss functional.cosine_embedding_loss
    """,
        parameters="input,target",
        task="classification",
        flags="lower-is-better",
    ),
    listed(
        "metric",
        "nothing",
        """
        functional.mse_loss functional.l1_loss functional.smooth_l1_loss functional.huber_loss functional.gaussian_nll_loss
        functional.poisson_nll_loss
    """,
        parameters="input,target",
        task="regression",
        flags="lower-is-better",
    ),
)

_OPTIMIZERS = merged(
    listed(
        "optimizer",
        "nothing",
        """
        Adadelta Adagrad Adam AdamW Adamax ASGD LBFGS NAdam RAdam RMSprop Rprop SGD SparseAdam Adafactor Optimizer Muon
    """,
        parameters="params,lr",
    ),
    listed(
        "schedule",
        "nothing",
        """
        LRScheduler LambdaLR(optimizer,lr_lambda) MultiplicativeLR(optimizer,lr_lambda) StepLR(optimizer,step_size,gamma)
        MultiStepLR(optimizer,milestones,gamma) ConstantLR LinearLR ExponentialLR(optimizer,gamma)
        CosineAnnealingLR(optimizer,T_max) CosineAnnealingWarmRestarts(optimizer,T_0) ReduceLROnPlateau(optimizer,mode,factor)
        CyclicLR(optimizer,base_lr,max_lr) OneCycleLR(optimizer,max_lr) PolynomialLR SequentialLR(optimizer,schedulers)
        ChainedScheduler(schedulers) SWALR get_linear_schedule_with_warmup(optimizer,num_warmup_steps,num_training_steps)
        get_cosine_schedule_with_warmup(optimizer,num_warmup_steps,num_training_steps) get_scheduler(name,optimizer)
        get_constant_schedule get_constant_schedule_with_warmup
    """,
        parameters="optimizer",
    ),
    listed("wrapped", "nothing", "AveragedModel(model)"),
    listed(
        "clip_gradients",
        "nothing",
        """
        clip_grad_norm_(parameters,max_norm) clip_grad_value_(parameters,clip_value) clip_grad_norm(parameters,max_norm)
        clip_grad_value(parameters,clip_value)
    """,
    ),
    listed(
        "known",
        "nothing",
        """
        update_bn(loader,model) weight_norm(module)
        spectral_norm(module) parameters_to_vector(parameters) vector_to_parameters(vec,parameters) pack_padded_sequence
        pad_packed_sequence pad_sequence pack_sequence
    """,
    ),
)

#: The layers that have weights of their own.
WITH_WEIGHTS = frozenset(
    """
    Parameter Linear Bilinear LazyLinear Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d LazyConv1d
    LazyConv2d RNN LSTM GRU RNNCell LSTMCell GRUCell Embedding EmbeddingBag Transformer TransformerEncoder
    TransformerDecoder TransformerEncoderLayer TransformerDecoderLayer MultiheadAttention LayerNorm GroupNorm RMSNorm
    BatchNorm1d BatchNorm2d BatchNorm3d SyncBatchNorm PReLU
""".split()
)

MODULES = merged(_LAYERS, _WRAPPERS, _TWO_MODES, _LOSSES, _OPTIMIZERS)
