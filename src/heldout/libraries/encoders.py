"""What the smaller preprocessing libraries mean: category_encoders, feature_engine, tsfresh, UMAP, skrub and their like.

category_encoders and feature_engine share names with different meanings; where they do, the key says the library.
"""

from heldout.libraries.listing import SEED, listed, merged

FLAT = True
MODULES = (
    "category_encoders",
    "feature_engine",
    "sklearn_pandas",
    "umap",
    "openTSNE",
    "tsfresh",
    "boruta",
    "mlxtend",
    "skrub",
    "dirty_cat",
    "prince",
    "gensim",
    "optbinning",
    "pycaret",
    "sdv",
    "ctgan",
    "skmultilearn",
)

_ENCODER_FIRST = "verbose,cols"

_CATEGORY_ENCODERS = merged(
    listed(
        "transformer",
        "label",
        """
        TargetEncoder WOEEncoder MEstimateEncoder JamesSteinEncoder GLMMEncoder QuantileEncoder SummaryEncoder
        CountTargetEncoder
    """,
        parameters=_ENCODER_FIRST,
    ),
    # Noise is added to these only if sigma says so.
    listed(
        "transformer",
        "label",
        "LeaveOneOutEncoder CatBoostEncoder",
        parameters=_ENCODER_FIRST,
        seeded_by=SEED,
        draws_when=(("sigma", "given", None),),
    ),
    listed("transformer", "value", "CountEncoder", parameters=_ENCODER_FIRST),
    listed(
        "transformer",
        "vocabulary",
        """
        category_encoders.OneHotEncoder category_encoders.OrdinalEncoder OneHotEncoder OrdinalEncoder BinaryEncoder
        BaseNEncoder GrayEncoder RankHotEncoder MultiHotEncoder HelmertEncoder SumEncoder BackwardDifferenceEncoder
        PolynomialEncoder
    """,
        parameters=_ENCODER_FIRST,
        when=(("mapping", "given", None, "nothing"),),
    ),
    listed("transformer", "nothing", "HashingEncoder"),
    listed("wrapper", "label", "NestedCVWrapper(feature_encoder,cv)", seeded_by=SEED, flags="nested"),
    listed("wrapper", "label", "PolynomialWrapper(feature_encoder)", flags="nested"),
)

_FEATURE_ENGINE = merged(
    listed(
        "transformer",
        "label",
        """
        MeanEncoder WoEEncoder DecisionTreeEncoder DecisionTreeDiscretiser DecisionTreeFeatures SelectByTargetMeanPerformance
        SelectByInformationValue
    """,
    ),
    listed("transformer", "label", "ProbeFeatureSelection MRMR", seeded_by=SEED),
    listed(
        "transformer",
        "label",
        """
        SelectBySingleFeaturePerformance(estimator) RecursiveFeatureAddition(estimator) RecursiveFeatureElimination(estimator)
    """,
        flags="nested",
    ),
    listed("transformer", "label", "SelectByShuffling(estimator)", seeded_by=SEED, flags="nested"),
    listed(
        "transformer",
        "label",
        "feature_engine.OrdinalEncoder(encoding_method,variables)",
        when=(("encoding_method", "is", "arbitrary", "vocabulary"),),
    ),
    listed(
        "transformer",
        "vocabulary",
        "feature_engine.OneHotEncoder(top_categories)",
        when=(("top_categories", "given", None, "value"),),
    ),
    listed("transformer", "vocabulary", "StringSimilarityEncoder(top_categories)"),
    listed("transformer", "vocabulary", "MatchCategories MatchVariables"),
    listed(
        "transformer",
        "value",
        "MeanMedianImputer(imputation_method,variables) EndTailImputer(imputation_method)",
        flags="accepts-missing",
    ),
    listed(
        "transformer",
        "nothing",
        "CategoricalImputer(imputation_method)",
        flags="accepts-missing",
        when=(("imputation_method", "is", "frequent", "value"),),
    ),
    listed(
        "transformer", "value", "RandomSampleImputer(variables,random_state)", seeded_by=SEED, flags="accepts-missing"
    ),
    listed(
        "transformer",
        "value",
        """
        EqualWidthDiscretiser EqualFrequencyDiscretiser GeometricWidthDiscretiser CountFrequencyEncoder(encoding_method)
        RareLabelEncoder(tol,n_categories) MeanNormalizationScaler Winsorizer(capping_method,tail,fold)
        OutlierTrimmer(capping_method,tail,fold) BoxCoxTransformer YeoJohnsonTransformer DropCorrelatedFeatures
        SmartCorrelatedSelection DropHighPSIFeatures DropConstantFeatures CountFrequencyCategoricalEncoder
    """,
    ),
    listed(
        "transformer",
        "value",
        "CyclicalFeatures(variables,max_values)",
        when=(("max_values", "given", None, "nothing"),),
    ),
    listed("transformer", "value", "LogCpTransformer", when=(("C", "given", "auto", "nothing"),)),
    listed(
        "transformer",
        "nothing",
        "ArbitraryNumberImputer(arbitrary_number) AddMissingIndicator DropMissingData",
        flags="accepts-missing",
    ),
    listed(
        "transformer",
        "nothing",
        """
        ArbitraryDiscretiser(binning_dict) ArbitraryOutlierCapper(max_capping_dict) LogTransformer ArcsinTransformer
        ArcSinhTransformer ReciprocalTransformer feature_engine.PowerTransformer PowerTransformer MathFeatures(variables,func)
        RelativeFeatures(variables,reference,func) GeoDistanceFeatures DatetimeFeatures DatetimeSubtraction DatetimeOrdinal
        TextFeatures DropFeatures(features_to_drop) DropDuplicateFeatures
        LagFeatures WindowFeatures ExpandingWindowFeatures
    """,
    ),
    listed("wrapper", "nothing", "SklearnTransformerWrapper(transformer)", flags="nested"),
    listed("pipeline", "nothing", "feature_engine.Pipeline(steps) feature_engine.make_pipeline", flags="nested"),
)

_TIME_SERIES = merged(
    listed("rowwise", "nothing", "extract_features(timeseries_container) roll_time_series(df_or_dict)"),
    listed("transform_function", "label", "select_features(X,y) extract_relevant_features(timeseries_container,y)"),
    listed("select_statistic", "label", "calculate_relevance_table(X,y)"),
    listed(
        "transform_function",
        "value",
        """
        tsfresh.impute(df_impute) impute_dataframe_range(df_impute) impute_dataframe_zero(df_impute)
    """,
    ),
    listed("transformer", "nothing", "FeatureAugmenter"),
    listed("transformer", "label", "RelevantFeatureAugmenter FeatureSelector"),
    listed("transformer", "value", "PerColumnImputer"),
    listed("known", "nothing", "ComprehensiveFCParameters EfficientFCParameters MinimalFCParameters"),
)

_EMBEDDINGS = merged(
    listed(
        "transformer",
        "value",
        "UMAP(n_neighbors,n_components) ParametricUMAP DensMAP AlignedUMAP",
        seeded_by=SEED,
        flags="scale-sensitive",
    ),
    listed("transformer", "value", "TSNE(n_components)", seeded_by=SEED, flags="scale-sensitive"),
    # prince fixes nothing by itself; its decompositions are randomized unless another engine is asked for.
    listed(
        "transformer",
        "value",
        "prince.PCA prince.CA prince.MCA prince.FAMD prince.MFA prince.GPA MCA FAMD MFA GPA",
        seeded_by=SEED,
    ),
    # gensim seeds its own generators with 1 where not told otherwise, but for these topic models.
    listed("transformer", "value", "Word2Vec(sentences) Doc2Vec(documents) FastText(sentences)"),
    listed(
        "transformer", "value", "LdaModel(corpus) LdaMulticore(corpus) HdpModel(corpus) Nmf(corpus)", seeded_by=SEED
    ),
    listed("transformer", "value", "LsiModel(corpus) TfidfModel(corpus) Phrases(sentences) RpModel(corpus)"),
    listed("transformer", "vocabulary", "Dictionary(documents)"),
    listed(
        "restore",
        "nothing",
        "KeyedVectors.load KeyedVectors.load_word2vec_format Word2Vec.load Doc2Vec.load downloader.load",
    ),
    listed("rowwise", "nothing", "simple_preprocess(doc)"),
)

_TABLES_AND_SELECTION = merged(
    listed(
        "transformer",
        "value",
        """
        TableVectorizer Cleaner GapEncoder MinHashEncoder SimilarityEncoder StringEncoder SuperVectorizer SquashingScaler
    """,
    ),
    listed("transformer", "nothing", "TextEncoder DatetimeEncoder ToDatetime DatetimeSplitter"),
    listed("transformer", "vocabulary", "ToCategorical DropUninformative"),
    listed("transform_function", "nothing", "to_datetime(df)"),
    listed("pipeline", "nothing", "tabular_pipeline(estimator) tabular_learner(estimator)", flags="nested"),
    listed("merge", "nothing", "fuzzy_join(left,right) Joiner(aux_table) AggJoiner(aux_table) AggTarget"),
    listed("union", "nothing", "DataFrameMapper(features)", flags="nested"),
    listed("transformer", "value", "sklearn_pandas.CategoricalImputer sklearn_pandas.NumericalTransformer"),
    listed("transformer", "label", "BorutaPy(estimator)", seeded_by=SEED, flags="nested"),
    listed(
        "transformer",
        "label",
        "SequentialFeatureSelector(estimator) ExhaustiveFeatureSelector(estimator)",
        flags="nested cross-validates",
    ),
    listed("transformer", "nothing", "ColumnSelector(cols) DenseTransformer(return_copy)"),
    listed("transformer", "value", "MeanCenterer PrincipalComponentAnalysis(n_components)"),
    listed("transformer", "label", "mlxtend.LinearDiscriminantAnalysis(n_discriminants)"),
    listed("transformer", "vocabulary", "TransactionEncoder OnehotTransactions"),
    listed(
        "predictor",
        "nothing",
        """
        StackingClassifier StackingCVClassifier EnsembleVoteClassifier StackingRegressor StackingCVRegressor
    """,
        flags="nested",
    ),
    listed("transform_function", "value", "minmax_scaling(array,columns) standardize(array)"),
    listed("metric", "nothing", "lift_score(y_target,y_predicted)", flags="score-arguments"),
    listed("plot", "nothing", "plot_decision_regions(X,y,clf) plot_confusion_matrix(conf_mat) plot_learning_curves"),
    listed(
        "split",
        "nothing",
        "iterative_train_test_split(X,y,test_size) random_holdout_split(X,y)",
        seeded_by="random_seed",
    ),
    listed("splitter", "nothing", "IterativeStratification(n_splits,order)", flags="stratified"),
    listed(
        "transformer",
        "label",
        """
        OptimalBinning(name,dtype) BinningProcess(variable_names) MulticlassOptimalBinning ContinuousOptimalBinning
        Scorecard(binning_process,estimator)
    """,
    ),
    listed(
        "special", "nothing", "setup(data,target) pycaret.compare_models create_model(estimator) tune_model(estimator)"
    ),
    listed(
        "special",
        "copy",
        "CTGAN TVAE CTGANSynthesizer(metadata) GaussianCopulaSynthesizer(metadata) TVAESynthesizer(metadata)",
    ),
)

NAMES = merged(_CATEGORY_ENCODERS, _FEATURE_ENGINE, _TIME_SERIES, _EMBEDDINGS, _TABLES_AND_SELECTION)
