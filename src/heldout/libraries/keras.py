"""What Keras and TensorFlow mean."""

from heldout.libraries.keras_layers import LAYERS
from heldout.libraries.listing import listed, merged

FLAT = True
MODULES = (
    "keras",
    "tensorflow",
    "tf",
    "tf_keras",
    "keras_tuner",
    "kerastuner",
    "keras_preprocessing",
    "tensorflow_datasets",
)

_MODELS = merged(
    listed(
        "network",
        "nothing",
        "Sequential(layers) Functional(inputs,outputs) Model(inputs,outputs) models.Model(inputs,outputs)",
    ),
    listed("clone", "nothing", "clone_model(model)"),
    listed("restore", "nothing", "load_model(filepath) model_from_json(json_string) saved_model.load(export_dir)"),
    listed(
        "save",
        "nothing",
        "save_model(model,filepath) saved_model.save(obj,export_dir) train.Checkpoint train.CheckpointManager(checkpoint,directory)",
    ),
    # Weights of other data, or none.
    listed(
        "network",
        "nothing",
        """
        Xception VGG16 VGG19 ResNet50 ResNet101 ResNet152 ResNet50V2 ResNet101V2 ResNet152V2 InceptionV3 InceptionResNetV2
        MobileNet MobileNetV2 MobileNetV3Small MobileNetV3Large DenseNet121 DenseNet169 DenseNet201 NASNetMobile NASNetLarge
        EfficientNetB0 EfficientNetB1 EfficientNetB2 EfficientNetB3 EfficientNetB4 EfficientNetB5 EfficientNetB6 EfficientNetB7
        EfficientNetV2B0 EfficientNetV2B1 EfficientNetV2B2 EfficientNetV2B3 EfficientNetV2S EfficientNetV2M EfficientNetV2L
        ConvNeXtTiny ConvNeXtSmall ConvNeXtBase ConvNeXtLarge ConvNeXtXLarge
    """,
        parameters="include_top,weights,input_tensor,input_shape",
    ),
    # Wrappers that look like scikit-learn's estimators; the first argument builds the network.
    listed(
        "predictor",
        "nothing",
        "KerasClassifier(build_fn)",
        task="classification",
        flags="probabilistic scale-sensitive",
    ),
    listed("predictor", "nothing", "KerasRegressor(build_fn)", task="regression", flags="scale-sensitive"),
    listed(
        "study",
        "nothing",
        "RandomSearch(hypermodel) GridSearch(hypermodel) BayesianOptimization(hypermodel) Hyperband(hypermodel)",
        seeded_by="seed",
        flags="nested",
    ),
    listed("known", "nothing", "HyperModel HyperParameters Objective"),
)

_CALLBACKS = merged(
    listed(
        "callback",
        "nothing",
        """
        EarlyStopping(monitor,min_delta,patience,verbose,mode,baseline,restore_best_weights)
        ModelCheckpoint(filepath,monitor,verbose,save_best_only,save_weights_only,mode)
        ReduceLROnPlateau(monitor,factor,patience) LearningRateScheduler(schedule) TensorBoard(log_dir) CSVLogger(filename)
        LambdaCallback TerminateOnNaN BackupAndRestore(backup_dir) RemoteMonitor(root) ProgbarLogger History Callback
        CallbackList SwapEMAWeights
    """,
    ),
)

_DATA = merged(
    listed(
        "load_parts",
        "nothing",
        """
        mnist.load_data(path) fashion_mnist.load_data cifar10.load_data cifar100.load_data(label_mode) imdb.load_data(path,num_words)
        reuters.load_data(path,num_words) boston_housing.load_data(path,test_split) california_housing.load_data load_data
    """,
    ),
    listed("known", "nothing", "imdb.get_word_index reuters.get_word_index get_file(fname,origin)"),
    listed(
        "folder",
        "nothing",
        """
        image_dataset_from_directory(directory,labels,label_mode,class_names,color_mode,batch_size,image_size,shuffle,seed)
        text_dataset_from_directory(directory,labels,label_mode,class_names,batch_size,max_length,shuffle,seed)
        audio_dataset_from_directory(directory)
    """,
        seeded_by="seed",
        draws_when=(("shuffle", "not", False),),
    ),
    listed(
        "load",
        "nothing",
        """
        load_img(path) image.load_img(path) read_file(filename) decode_csv(records,record_defaults)
    """,
    ),
    listed(
        "cut_stream",
        "nothing",
        """
        tfds.load(name,split) tensorflow_datasets.load(name,split) TimeseriesGenerator(data,targets,length)
        timeseries_dataset_from_array(data,targets,sequence_length)
    """,
    ),
    listed(
        "special",
        "nothing",
        "ImageDataGenerator",
        when=(
            ("featurewise_center", "is", True, "value"),
            ("featurewise_std_normalization", "is", True, "value"),
            ("zca_whitening", "is", True, "value"),
        ),
    ),
    listed(
        "stream",
        "nothing",
        """
        Dataset.from_tensor_slices(tensors) Dataset.from_tensors(tensors) Dataset.from_generator(generator) Dataset.zip
        from_tensor_slices(tensors) from_generator(generator) Dataset.range sample_from_datasets(datasets,weights,seed)
        choose_from_datasets(datasets) make_csv_dataset(file_pattern,batch_size) TFRecordDataset(filenames)
        TextLineDataset(filenames) CsvDataset(filenames,record_defaults) FixedLengthRecordDataset(filenames)
        list_files(file_pattern) as_numpy(dataset) cardinality(dataset)
    """,
    ),
    listed("loader", "nothing", "utils.Sequence PyDataset"),
    listed(
        "cut_stream",
        "nothing",
        "split_dataset(dataset,left_size,right_size,shuffle,seed)",
        seeded_by="seed",
        draws_when=(("shuffle", "is", True),),
    ),
    listed("transformer", "vocabulary", "Tokenizer(num_words)", when=(("num_words", "given", None, "value"),)),
    listed(
        "rowwise",
        "nothing",
        """
        pad_sequences(sequences,maxlen) to_categorical(y,num_classes) text_to_word_sequence(input_text) hashing_trick(text,n)
        one_hot(text,n) img_to_array(img) array_to_img(x) preprocess_input(x) decode_predictions(preds) smart_resize(x,size)
        decode_jpeg(contents) decode_png(contents) decode_image(contents) image.resize(images,size)
        image.rgb_to_grayscale(images) image.per_image_standardization(image) image.convert_image_dtype(image,dtype)
    """,
    ),
    listed("transform_function", "nothing", "normalize(x,axis)", when=(("axis", "is", 0, "value"),)),
    listed(
        "draw",
        "nothing",
        """
        random_flip_left_right(image) random_flip_up_down(image) random_brightness(image,max_delta)
        random_contrast(image,lower,upper) random_crop(value,size) random_hue(image,max_delta) random_saturation(image,lower,upper)
    """,
        seeded_by="seed",
        flags="global",
    ),
)

_TRAINING = merged(
    listed(
        "optimizer",
        "nothing",
        """
        SGD(learning_rate) RMSprop(learning_rate) Adam(learning_rate) AdamW(learning_rate) Adadelta(learning_rate)
        Adagrad(learning_rate) Adamax(learning_rate) Nadam(learning_rate) Ftrl(learning_rate) Lion(learning_rate)
        Adafactor(learning_rate) LossScaleOptimizer(inner_optimizer) AdamOptimizer(learning_rate)
        GradientDescentOptimizer(learning_rate) RMSPropOptimizer(learning_rate) MomentumOptimizer(learning_rate,momentum)
    """,
    ),
    listed(
        "kernel",
        "nothing",
        """
        ExponentialDecay PiecewiseConstantDecay PolynomialDecay InverseTimeDecay CosineDecay CosineDecayRestarts L1 L2 L1L2 l1 l2
        l1_l2 MaxNorm NonNeg UnitNorm GlorotUniform GlorotNormal HeNormal HeUniform LecunNormal LecunUniform RandomNormal
        RandomUniform TruncatedNormal Orthogonal Zeros Ones Constant initializers.Identity VarianceScaling
    """,
    ),
    listed(
        "cross_entropy",
        "nothing",
        """
        BinaryCrossentropy(from_logits) CategoricalCrossentropy(from_logits) SparseCategoricalCrossentropy(from_logits)
        BinaryFocalCrossentropy(apply_class_balancing) CategoricalFocalCrossentropy(alpha)
    """,
    ),
    listed(
        "loss_of_scores",
        "nothing",
        """
        softmax_cross_entropy_with_logits(labels,logits) softmax_cross_entropy_with_logits_v2(labels,logits)
        sparse_softmax_cross_entropy_with_logits(labels,logits) sigmoid_cross_entropy_with_logits(labels,logits)
        weighted_cross_entropy_with_logits(labels,logits,pos_weight)
    """,
    ),
    listed(
        "kernel",
        "nothing",
        """
        KLDivergence Poisson MeanSquaredError
        MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredLogarithmicError CosineSimilarity Huber LogCosh Hinge
        SquaredHinge CategoricalHinge Dice Tversky
        Accuracy BinaryAccuracy CategoricalAccuracy SparseCategoricalAccuracy TopKCategoricalAccuracy
        SparseTopKCategoricalAccuracy AUC Precision Recall PrecisionAtRecall RecallAtPrecision SensitivityAtSpecificity
        SpecificityAtSensitivity TruePositives TrueNegatives FalsePositives FalseNegatives F1Score FBetaScore
        RootMeanSquaredError R2Score MeanIoU IoU BinaryIoU OneHotIoU OneHotMeanIoU metrics.Mean metrics.Sum MeanMetricWrapper
    """,
    ),
    listed(
        "metric",
        "nothing",
        """
        binary_accuracy categorical_accuracy sparse_categorical_accuracy top_k_categorical_accuracy
        sparse_top_k_categorical_accuracy math.confusion_matrix(labels,predictions)
    """,
        parameters="y_true,y_pred",
        task="classification",
        flags="score-arguments",
    ),
    listed(
        "metric",
        "nothing",
        """
        binary_crossentropy categorical_crossentropy sparse_categorical_crossentropy kl_divergence poisson cosine_similarity
        hinge squared_hinge categorical_hinge mean_squared_error mean_absolute_error mean_absolute_percentage_error
        mean_squared_logarithmic_error huber log_cosh
    """,
        parameters="y_true,y_pred",
        flags="score-arguments lower-is-better",
    ),
)

_TENSORFLOW = merged(
    listed("traced", "nothing", "function(func)"),
    listed(
        "seed",
        "nothing",
        """
        set_random_seed(seed) random.set_seed(seed) utils.set_random_seed(seed) random.set_random_seed(seed)
        compat.v1.set_random_seed(seed)
    """,
        flags="global",
    ),
    listed(
        "known",
        "nothing",
        "enable_op_determinism set_memory_growth list_physical_devices set_visible_devices set_floatx clear_session",
    ),
    listed(
        "draw",
        "nothing",
        """
        random.normal(shape) random.uniform(shape) random.truncated_normal(shape) random.gamma(shape,alpha)
        random.poisson(shape,lam) random.categorical(logits,num_samples) random.randint(shape) random_normal(shape)
        random_uniform(shape) random.bernoulli(shape) random.dropout(inputs,rate)
    """,
        seeded_by="seed",
        flags="global",
    ),
    listed(
        "permute", "nothing", "random.shuffle(value,seed) random_shuffle(value,seed)", seeded_by="seed", flags="global"
    ),
    listed(
        "generator", "nothing", "Generator.from_seed(seed) Generator.from_non_deterministic_state SeedGenerator(seed)"
    ),
    listed(
        "reduce",
        "value",
        """
        reduce_mean(input_tensor,axis) reduce_std(input_tensor,axis) reduce_variance(input_tensor,axis) moments(x,axes)
        reduce_sum(input_tensor,axis) reduce_min(input_tensor,axis) reduce_max(input_tensor,axis)
        math.reduce_mean(input_tensor,axis) ops.mean(x,axis) ops.std(x,axis) ops.var(x,axis) ops.max(x,axis) ops.min(x,axis)
        linalg.svd(tensor) backend.mean(x,axis) backend.std(x,axis)
    """,
    ),
    listed(
        "rowwise",
        "nothing",
        """
        constant(value) convert_to_tensor(value) cast(x,dtype) reshape(tensor,shape) expand_dims(input,axis) squeeze(input,axis)
        Variable(initial_value) identity(input) stop_gradient(input) nn.relu(features) nn.softmax(logits) nn.sigmoid(x) math.log(x)
        math.exp(x) math.sqrt(x) abs(x) square(x) clip_by_value(t,clip_value_min,clip_value_max) round(x) transpose(a) math.abs(x)
    """,
    ),
    listed(
        "subset",
        "nothing",
        "boolean_mask(tensor,mask) gather(params,indices) tf.slice(input_,begin,size) tensorflow.slice(input_,begin,size)",
    ),
    listed("concat", "nothing", "concat(values,axis) stack(values,axis) concatenate(inputs,axis)"),
    listed("copies", "copy", "tile(input,multiples) repeat(input,repeats,axis)"),
    listed(
        "known",
        "nothing",
        """
        GradientTape device distribute.MirroredStrategy set_global_policy summary.create_file_writer config.run_functions_eagerly
        plot_model(model) summary.scalar(name,data) TensorShape TensorSpec Tensor zeros(shape) ones(shape) zeros_like(input)
        ones_like(input)
    """,
    ),
)

NAMES = merged(_MODELS, LAYERS, _CALLBACKS, _DATA, _TRAINING, _TENSORFLOW)

MEMBERS = listed(
    "loader",
    "nothing",
    """
    ImageDataGenerator.flow(x,y,batch_size,shuffle)
    ImageDataGenerator.flow_from_directory(directory,target_size,color_mode,classes,class_mode,batch_size,shuffle,seed)
    ImageDataGenerator.flow_from_dataframe(dataframe,directory,x_col,y_col)
    """,
    seeded_by="seed",
    draws_when=(("shuffle", "not", False),),
)
