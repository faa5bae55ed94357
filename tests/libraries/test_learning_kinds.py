"""What each class or function learns from rows, as documented by its library."""

import pytest

from heldout.libraries import entry
from heldout.libraries.conditions import learning


def _pairs(library: str, text: str) -> list[str]:
    return [f"{library}.{name}" for name in text.split()]


NOTHING = (
    _pairs(
        "sklearn",
        """AdditiveChi2Sampler Binarizer FeatureHasher FunctionTransformer HashingVectorizer Normalizer PatchExtractor
        SparseCoder PolynomialFeatures PolynomialCountSketch SkewedChi2Sampler RBFSampler GaussianRandomProjection
        SparseRandomProjection FrozenEstimator normalize binarize add_dummy_feature label_binarize""",
    )
    + _pairs("category_encoders", "HashingEncoder")
    + _pairs(
        "feature_engine",
        """ArbitraryNumberImputer ArbitraryDiscretiser ArbitraryOutlierCapper LogTransformer ArcsinTransformer
        ArcSinhTransformer ReciprocalTransformer PowerTransformer MathFeatures RelativeFeatures GeoDistanceFeatures
        DatetimeFeatures DatetimeSubtraction TextFeatures AddMissingIndicator DropMissingData DropFeatures
        DropDuplicateFeatures LagFeatures WindowFeatures ExpandingWindowFeatures""",
    )
    + _pairs("tsfresh", "extract_features")
    + _pairs("gensim.models", "KeyedVectors.load")
    + _pairs(
        "imblearn",
        """ClusterCentroids NearMiss TomekLinks EditedNearestNeighbours RepeatedEditedNearestNeighbours AllKNN
        CondensedNearestNeighbour OneSidedSelection NeighbourhoodCleaningRule InstanceHardnessThreshold
        RandomUnderSampler make_imbalance""",
    )
    + _pairs("tensorflow.keras", "layers.Rescaling layers.Hashing utils.to_categorical preprocess_input pad_sequences")
    + _pairs("torchvision.transforms", "Normalize ToTensor Resize RandomCrop Compose")
)

VOCABULARY = (
    _pairs(
        "sklearn",
        """OneHotEncoder OrdinalEncoder LabelEncoder LabelBinarizer MultiLabelBinarizer DictVectorizer MissingIndicator
        CountVectorizer""",
    )
    + _pairs(
        "category_encoders",
        """OneHotEncoder OrdinalEncoder BinaryEncoder BaseNEncoder GrayEncoder RankHotEncoder MultiHotEncoder
        HelmertEncoder SumEncoder BackwardDifferenceEncoder PolynomialEncoder""",
    )
    + _pairs("feature_engine", "OneHotEncoder StringSimilarityEncoder MatchCategories MatchVariables")
    + _pairs("keras.layers", "StringLookup IntegerLookup TextVectorization")
    + _pairs("keras.preprocessing.text", "Tokenizer")
    + _pairs("torchtext.vocab", "build_vocab_from_iterator")
    + _pairs("transformers", "AutoTokenizer.train_new_from_iterator")
)

VALUE = (
    _pairs(
        "sklearn",
        """StandardScaler MinMaxScaler MaxAbsScaler RobustScaler QuantileTransformer PowerTransformer KBinsDiscretizer
        SplineTransformer KernelCenterer SimpleImputer KNNImputer IterativeImputer preprocessing.Imputer PCA
        IncrementalPCA KernelPCA SparsePCA MiniBatchSparsePCA TruncatedSVD NMF MiniBatchNMF FastICA FactorAnalysis
        LatentDirichletAllocation DictionaryLearning MiniBatchDictionaryLearning BernoulliRBM Nystroem Isomap
        LocallyLinearEmbedding MDS ClassicalMDS SpectralEmbedding TSNE FeatureAgglomeration Birch KMeans BisectingKMeans
        MiniBatchKMeans KNeighborsTransformer RadiusNeighborsTransformer RandomTreesEmbedding VarianceThreshold
        TfidfTransformer TfidfVectorizer AffinityPropagation AgglomerativeClustering DBSCAN HDBSCAN MeanShift OPTICS
        SpectralClustering SpectralBiclustering SpectralCoclustering GaussianMixture BayesianGaussianMixture
        IsolationForest LocalOutlierFactor EllipticEnvelope OneClassSVM SGDOneClassSVM KernelDensity LedoitWolf OAS
        EmpiricalCovariance MinCovDet GraphicalLasso ShrunkCovariance
        scale minmax_scale maxabs_scale robust_scale quantile_transform power_transform""",
    )
    + _pairs("category_encoders", "CountEncoder")
    + _pairs(
        "feature_engine",
        """MeanMedianImputer EndTailImputer RandomSampleImputer EqualWidthDiscretiser EqualFrequencyDiscretiser
        GeometricWidthDiscretiser CountFrequencyEncoder RareLabelEncoder MeanNormalizationScaler Winsorizer
        OutlierTrimmer BoxCoxTransformer YeoJohnsonTransformer DropCorrelatedFeatures SmartCorrelatedSelection
        DropHighPSIFeatures DropConstantFeatures CyclicalFeatures""",
    )
    + _pairs("tsfresh", "impute impute_dataframe_range")
    + _pairs("umap", "UMAP")
    + _pairs("openTSNE", "TSNE")
    + _pairs("prince", "PCA MCA FAMD")
    + _pairs("skrub", "TableVectorizer")
    + _pairs("gensim.models", "Word2Vec Doc2Vec LdaModel")
    + _pairs("keras.layers", "Normalization Discretization")
    + _pairs("torch", "mean std var min max quantile median cov pca_lowrank")
    + _pairs("scipy.stats", "zscore boxcox yeojohnson rankdata skew iqr mstats.winsorize")
    + _pairs("scipy.signal", "filtfilt savgol_filter detrend")
    + _pairs("statsmodels.tsa", "seasonal.seasonal_decompose seasonal.STL filters.hp_filter.hpfilter")
)

LABEL = (
    _pairs(
        "sklearn",
        """SelectKBest SelectPercentile SelectFpr SelectFdr SelectFwe GenericUnivariateSelect SelectFromModel RFE RFECV
        SequentialFeatureSelector TargetEncoder LinearDiscriminantAnalysis.transform NeighborhoodComponentsAnalysis
        PLSRegression.transform PLSCanonical.transform PLSSVD CCA.fit_transform IsotonicRegression.transform
        StackingClassifier.transform VotingRegressor.transform permutation_importance chi2 f_classif f_oneway
        f_regression r_regression mutual_info_classif mutual_info_regression""",
    )
    + _pairs(
        "category_encoders",
        """TargetEncoder LeaveOneOutEncoder WOEEncoder MEstimateEncoder JamesSteinEncoder CatBoostEncoder GLMMEncoder
        QuantileEncoder SummaryEncoder CountTargetEncoder wrapper.NestedCVWrapper""",
    )
    + _pairs(
        "feature_engine",
        """MeanEncoder WoEEncoder DecisionTreeEncoder DecisionTreeDiscretiser DecisionTreeFeatures
        SelectBySingleFeaturePerformance SelectByShuffling SelectByTargetMeanPerformance SelectByInformationValue
        RecursiveFeatureAddition RecursiveFeatureElimination ProbeFeatureSelection MRMR""",
    )
    + _pairs("tsfresh", "select_features extract_relevant_features RelevantFeatureAugmenter FeatureSelector")
    + _pairs("boruta", "BorutaPy")
    + _pairs("mlxtend.feature_selection", "SequentialFeatureSelector")
    + _pairs("optbinning", "OptimalBinning")
)

COPY = _pairs(
    "imblearn",
    """RandomOverSampler SMOTE SMOTEN SMOTENC ADASYN BorderlineSMOTE KMeansSMOTE SVMSMOTE SMOTEENN SMOTETomek""",
) + _pairs("sklearn.utils", "resample")

KINDS = [
    (name, kind)
    for kind, names in (
        ("nothing", NOTHING),
        ("vocabulary", VOCABULARY),
        ("value", VALUE),
        ("label", LABEL),
        ("copy", COPY),
    )
    for name in names
]


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_learns(name: str, kind: str) -> None:
    """Every listed callable is known and learns what its library documents when called without arguments."""
    known = entry(name)
    assert known is not None
    assert learning(known, {}) == kind


CONDITIONAL = [
    ("sklearn.impute.SimpleImputer", {"strategy": "constant"}, "nothing"),
    ("sklearn.impute.SimpleImputer", {"strategy": "median"}, "value"),
    ("sklearn.preprocessing.OneHotEncoder", {"categories": [["a", "b"]]}, "nothing"),
    ("sklearn.preprocessing.OneHotEncoder", {"categories": "auto"}, "vocabulary"),
    ("sklearn.preprocessing.OneHotEncoder", {"min_frequency": 5}, "value"),
    ("sklearn.preprocessing.OrdinalEncoder", {"max_categories": 5}, "value"),
    ("sklearn.preprocessing.OrdinalEncoder", {"categories": [["low", "high"]]}, "nothing"),
    ("sklearn.feature_extraction.text.CountVectorizer", {"max_features": 100}, "value"),
    ("sklearn.feature_extraction.text.CountVectorizer", {"max_features": None}, "vocabulary"),
    ("sklearn.feature_extraction.text.CountVectorizer", {"min_df": 1}, "vocabulary"),
    ("sklearn.feature_extraction.text.CountVectorizer", {"min_df": 2}, "value"),
    ("sklearn.feature_extraction.text.CountVectorizer", {"max_df": 0.9}, "value"),
    ("sklearn.feature_extraction.text.CountVectorizer", {"vocabulary": {"a": 0}, "min_df": 2}, "nothing"),
    ("sklearn.kernel_approximation.RBFSampler", {"gamma": 0.1}, "nothing"),
    ("sklearn.kernel_approximation.RBFSampler", {"gamma": "scale"}, "value"),
    ("sklearn.preprocessing.SplineTransformer", {"knots": "quantile"}, "value"),
    ("sklearn.preprocessing.SplineTransformer", {"knots": [[0.0], [1.0]]}, "nothing"),
    ("sklearn.preprocessing.normalize", {"axis": 0}, "value"),
    ("sklearn.preprocessing.scale", {"axis": 1}, "nothing"),
    ("sklearn.utils.resample", {"replace": False}, "nothing"),
    ("sklearn.utils.resample", {"replace": True}, "copy"),
    ("feature_engine.encoding.OrdinalEncoder", {"encoding_method": "arbitrary"}, "vocabulary"),
    ("feature_engine.encoding.OrdinalEncoder", {"encoding_method": "ordered"}, "label"),
    ("feature_engine.imputation.CategoricalImputer", {"imputation_method": "frequent"}, "value"),
    ("feature_engine.imputation.CategoricalImputer", {}, "nothing"),
    ("feature_engine.creation.CyclicalFeatures", {"max_values": {"hour": 23}}, "nothing"),
    ("feature_engine.transformation.LogCpTransformer", {"C": 1}, "nothing"),
    ("keras.layers.TextVectorization", {"max_tokens": 1000}, "value"),
    ("keras.layers.TextVectorization", {"output_mode": "tf_idf"}, "value"),
    ("keras.layers.StringLookup", {"vocabulary": ["a"]}, "nothing"),
    ("tensorflow.keras.preprocessing.text.Tokenizer", {"num_words": 1000}, "value"),
    ("tensorflow.keras.preprocessing.image.ImageDataGenerator", {"featurewise_center": True}, "value"),
    ("tensorflow.keras.preprocessing.image.ImageDataGenerator", {"zca_whitening": True}, "value"),
    ("tensorflow.keras.preprocessing.image.ImageDataGenerator", {"rotation_range": 20}, "nothing"),
    ("torchtext.vocab.build_vocab_from_iterator", {"min_freq": 5}, "value"),
]


@pytest.mark.parametrize(("name", "arguments", "kind"), CONDITIONAL)
def test_learns_by_its_arguments(name: str, arguments: dict[str, object], kind: str) -> None:
    """Where an argument decides what is learned, the entry follows it."""
    known = entry(name)
    assert known is not None
    assert learning(known, arguments) == kind
