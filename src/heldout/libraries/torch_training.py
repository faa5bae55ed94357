"""What the trainers over PyTorch mean: Lightning, Transformers, Accelerate, skorch, fastai, torchmetrics, sentence_transformers."""

from heldout.libraries.listing import listed, merged

_LIGHTNING = merged(
    listed("special", "nothing", "LightningDataModule LightningCLI"),
    listed("accelerator", "nothing", "Fabric"),
    listed("module", "nothing", "LightningModule"),
    listed(
        "callback",
        "nothing",
        """
        EarlyStopping(monitor,min_delta,patience) ModelCheckpoint(dirpath,filename,monitor) LearningRateMonitor Timer ModelSummary
        RichProgressBar TQDMProgressBar GradientAccumulationScheduler StochasticWeightAveraging BackboneFinetuning DeviceStatsMonitor
        LearningRateFinder BatchSizeFinder BasePredictionWriter Callback
    """,
    ),
    listed(
        "known",
        "nothing",
        """
        TensorBoardLogger(save_dir) CSVLogger(save_dir) WandbLogger MLFlowLogger CometLogger NeptuneLogger DDPStrategy FSDPStrategy
        Tuner(trainer) rank_zero_only
    """,
    ),
)

_TRANSFORMERS = merged(
    listed(
        "special",
        "nothing",
        """
        Trainer(model,args,data_collator,train_dataset,eval_dataset)
        Seq2SeqTrainer(model,args,data_collator,train_dataset,eval_dataset) TrainingArguments(output_dir) Seq2SeqTrainingArguments(output_dir) SFTTrainer(model,args,data_collator,train_dataset,eval_dataset) DPOTrainer pipeline(task,model)
        SentenceTransformerTrainer(model,args,train_dataset,eval_dataset)
        LightningDataModule.from_datasets(train_dataset,val_dataset,test_dataset)
    """,
    ),
    listed("callback", "nothing", "EarlyStoppingCallback(early_stopping_patience) TrainerCallback"),
    listed("restore", "nothing", "from_pretrained(pretrained_model_name_or_path)"),
    listed(
        "module",
        "nothing",
        """
        AutoModel AutoModelForSequenceClassification AutoModelForTokenClassification AutoModelForQuestionAnswering
        AutoModelForCausalLM AutoModelForSeq2SeqLM AutoModelForMaskedLM AutoModelForImageClassification AutoModelForMultipleChoice
        AutoModelForObjectDetection AutoModelForAudioClassification PreTrainedModel SentenceTransformer(model_name_or_path)
        CrossEncoder(model_name) BertModel BertForSequenceClassification BertForTokenClassification BertForQuestionAnswering
        RobertaModel RobertaForSequenceClassification DistilBertModel DistilBertForSequenceClassification GPT2LMHeadModel
        GPT2Model T5ForConditionalGeneration BartForConditionalGeneration ViTModel ViTForImageClassification
        TFAutoModelForSequenceClassification TFBertForSequenceClassification TFBertModel PeftModel
    """,
    ),
    listed(
        "rowwise",
        "nothing",
        """
        AutoTokenizer AutoProcessor AutoFeatureExtractor AutoImageProcessor PreTrainedTokenizer PreTrainedTokenizerFast BertTokenizer
        BertTokenizerFast RobertaTokenizer RobertaTokenizerFast DistilBertTokenizer DistilBertTokenizerFast GPT2Tokenizer
        GPT2TokenizerFast T5Tokenizer T5TokenizerFast ViTImageProcessor ViTFeatureExtractor
    """,
    ),
    listed("wrapped", "nothing", "get_peft_model(model,peft_config)"),
    listed("transformer", "vocabulary", "train_new_from_iterator(text_iterator,vocab_size)"),
    listed(
        "kernel",
        "nothing",
        """
        AutoConfig BertConfig PretrainedConfig LoraConfig BitsAndBytesConfig GenerationConfig DataCollatorWithPadding(tokenizer)
        DataCollatorForLanguageModeling(tokenizer) DataCollatorForSeq2Seq(tokenizer) DataCollatorForTokenClassification(tokenizer)
        default_data_collator(features) InputExample losses.CosineSimilarityLoss(model) EvalPrediction
    """,
    ),
    listed("accelerator", "nothing", "Accelerator"),
    listed("known", "nothing", "notebook_launcher(function) infer_auto_device_map(model) init_empty_weights"),
)

_METRICS = merged(
    listed(
        "meter",
        "nothing",
        """
        Accuracy Precision Recall F1Score FBetaScore AUROC AveragePrecision ConfusionMatrix CohenKappa MatthewsCorrCoef Specificity
        JaccardIndex HammingDistance CalibrationError ROC PrecisionRecallCurve StatScores BinaryAccuracy BinaryF1Score BinaryAUROC
        BinaryPrecision BinaryRecall MulticlassAccuracy MulticlassF1Score MulticlassAUROC MulticlassPrecision MulticlassRecall
        MultilabelAccuracy MultilabelF1Score MultilabelAUROC MeanSquaredError MeanAbsoluteError R2Score ExplainedVariance
        MeanAbsolutePercentageError PearsonCorrCoef SpearmanCorrCoef MetricCollection(metrics) MeanMetric SumMetric MeanAveragePrecision
        BLEUScore ROUGEScore Perplexity WordErrorRate
    """,
    ),
    listed(
        "metric",
        "nothing",
        """
        functional.accuracy functional.precision functional.recall functional.f1_score functional.auroc
        functional.average_precision functional.confusion_matrix functional.mean_squared_error functional.mean_absolute_error
        functional.r2_score
    """,
        parameters="preds,target",
    ),
)

_SKORCH_AND_FASTAI = merged(
    listed(
        "predictor",
        "nothing",
        "NeuralNetClassifier(module) NeuralNetBinaryClassifier(module)",
        task="classification",
        flags="probabilistic scale-sensitive early-stopping-inside",
    ),
    listed(
        "predictor",
        "nothing",
        "NeuralNetRegressor(module) NeuralNet(module)",
        task="regression",
        flags="scale-sensitive early-stopping-inside",
    ),
    listed("splitter", "nothing", "ValidSplit(cv,stratified,random_state)", seeded_by="random_state"),
    listed("wrapped", "nothing", "predefined_split(dataset)"),
    listed("dataset", "nothing", "SliceDataset(dataset)"),
    listed("callback", "nothing", "EpochScoring(scoring) Checkpoint skorch.LRScheduler(policy) SaveModelCallback"),
    listed("splitter", "nothing", "RandomSplitter(valid_pct,seed)", seeded_by="seed", flags="global"),
    listed("splitter", "nothing", "TrainTestSplitter(test_size,random_state)", seeded_by="random_state"),
    listed(
        "splitter",
        "nothing",
        "IndexSplitter(valid_idx) GrandparentSplitter(train_name,valid_name) ColSplitter(col) EndSplitter(valid_pct)",
    ),
    listed(
        "special",
        "nothing",
        """
        DataBlock ImageDataLoaders TabularDataLoaders TextDataLoaders DataLoaders TabularPandas Learner(dls,model)
        ImageDataLoaders.from_folder ImageDataLoaders.from_name_func ImageDataLoaders.from_name_re ImageDataLoaders.from_path_func
        ImageDataLoaders.from_path_re ImageDataLoaders.from_df ImageDataLoaders.from_csv ImageDataLoaders.from_lists
        TextDataLoaders.from_folder TextDataLoaders.from_df TextDataLoaders.from_csv TabularDataLoaders.from_df
        TabularDataLoaders.from_csv CollabDataLoaders.from_df CollabDataLoaders.from_csv DataLoaders.from_dsets
        SegmentationDataLoaders.from_label_func unet_learner(dls,arch) language_model_learner(dls,arch)
        vision_learner(dls,arch) cnn_learner(dls,arch) tabular_learner(dls) text_classifier_learner(dls,arch) collab_learner(dls)
    """,
    ),
    listed("known", "nothing", "untar_data(url) get_image_files(path) error_rate(inp,targ)"),
)

TRAINING = merged(_LIGHTNING, _TRANSFORMERS, _METRICS, _SKORCH_AND_FASTAI)
