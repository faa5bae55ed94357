"""Transformers, clusterers and outlier detectors of scikit-learn (1.9, with the parameters it takes by position)."""

from heldout.libraries.listing import SEED, listed, merged
from heldout.libraries.table import Condition

_UNLESS_UNSHUFFLED: tuple[Condition, ...] = (("shuffle", "not", False),)
_CHOSEN_WORDS = (
    ("vocabulary", "given", None, "nothing"),
    ("max_features", "given", None, "value"),
    ("min_df", "given", 1, "value"),
    ("max_df", "given", 1.0, "value"),
)
_CHOSEN_CATEGORIES = (
    ("min_frequency", "given", None, "value"),
    ("max_categories", "given", None, "value"),
    ("categories", "given", "auto", "nothing"),
)

TRANSFORMERS = merged(
    # Nothing learned.
    listed(
        "transformer",
        "nothing",
        """
        AdditiveChi2Sampler Binarizer(threshold) FeatureHasher(n_features) FunctionTransformer(func,inverse_func)
        HashingVectorizer Normalizer(norm) SparseCoder(dictionary)
    """,
    ),
    listed("transformer", "nothing", "PolynomialFeatures(degree)", flags="keeps-scale"),
    listed(
        "transformer",
        "nothing",
        """
        PolynomialCountSketch SkewedChi2Sampler GaussianRandomProjection(n_components) SparseRandomProjection(n_components)
    """,
        seeded_by=SEED,
    ),
    listed("transformer", "nothing", "PatchExtractor", seeded_by=SEED, draws_when=(("max_patches", "given", None),)),
    listed(
        "transformer",
        "nothing",
        "RBFSampler",
        when=(("gamma", "is", "scale", "value"),),
        seeded_by=SEED,
        flags="scale-sensitive",
    ),
    # A vocabulary of the rows.
    listed("transformer", "vocabulary", "LabelEncoder", flags="codes keeps-scale"),
    listed("transformer", "vocabulary", "LabelBinarizer", flags="keeps-scale"),
    listed("transformer", "vocabulary", "DictVectorizer"),
    listed("transformer", "vocabulary", "MultiLabelBinarizer", when=(("classes", "given", None, "nothing"),)),
    listed("transformer", "vocabulary", "MissingIndicator", flags="accepts-missing keeps-scale"),
    listed(
        "transformer",
        "vocabulary",
        "OneHotEncoder",
        when=_CHOSEN_CATEGORIES,
        flags="accepts-missing keeps-scale",
    ),
    listed(
        "transformer",
        "vocabulary",
        "OrdinalEncoder",
        when=_CHOSEN_CATEGORIES,
        flags="accepts-missing codes keeps-scale",
    ),
    listed("transformer", "vocabulary", "CountVectorizer", when=_CHOSEN_WORDS),
    # Values of the rows.
    listed("transformer", "value", "KBinsDiscretizer(n_bins,encode,strategy) KernelCenterer TfidfVectorizer"),
    listed("transformer", "value", "TfidfTransformer", when=(("use_idf", "is", False, "nothing"),)),
    listed(
        "transformer",
        "value",
        """
        StandardScaler MinMaxScaler(feature_range) MaxAbsScaler RobustScaler QuantileTransformer PowerTransformer(method)
    """,
        flags="accepts-missing",
    ),
    listed("transformer", "value", "VarianceThreshold(threshold)", flags="accepts-missing keeps-scale"),
    listed(
        "transformer",
        "value",
        "SplineTransformer(n_knots,degree,knots)",
        when=(
            ("knots", "is", "uniform", "value"),
            ("knots", "is", "quantile", "value"),
            ("knots", "given", "uniform", "nothing"),
        ),
    ),
    listed(
        "transformer",
        "value",
        "SimpleImputer(missing_values,strategy,fill_value)",
        when=(("strategy", "is", "constant", "nothing"),),
        flags="accepts-missing keeps-scale fills",
    ),
    listed("transformer", "value", "KNNImputer", flags="accepts-missing scale-sensitive distances keeps-scale fills"),
    listed(
        "transformer",
        "value",
        "IterativeImputer(estimator)",
        seeded_by=SEED,
        flags="accepts-missing keeps-scale fills",
        draws_when=(
            ("sample_posterior", "is", True),
            ("imputation_order", "is", "random"),
            ("n_nearest_features", "given", None),
        ),
    ),
    listed(
        "transformer",
        "value",
        """
        IncrementalPCA(n_components) SparsePCA(n_components) FactorAnalysis(n_components) DictionaryLearning(n_components)
        Isomap LocallyLinearEmbedding ClassicalMDS(n_components) KNeighborsTransformer RadiusNeighborsTransformer
        FeatureAgglomeration(n_clusters) NearestNeighbors
    """,
        flags="scale-sensitive distances",
    ),
    listed(
        "transformer",
        "value",
        "PCA(n_components)",
        seeded_by=SEED,
        draws_when=(("svd_solver", "is", "randomized"),),
        flags="scale-sensitive distances",
    ),
    listed(
        "transformer",
        "value",
        "KernelPCA(n_components)",
        seeded_by=SEED,
        draws_when=(("eigen_solver", "is", "randomized"),),
        flags="scale-sensitive distances",
    ),
    listed(
        "transformer",
        "value",
        "TruncatedSVD(n_components)",
        seeded_by=SEED,
        draws_when=(("algorithm", "not", "arpack"),),
        flags="scale-sensitive",
    ),
    listed(
        "transformer",
        "value",
        "MiniBatchSparsePCA(n_components) MiniBatchDictionaryLearning(n_components)",
        seeded_by=SEED,
        draws_when=_UNLESS_UNSHUFFLED,
        flags="scale-sensitive",
    ),
    listed(
        "transformer",
        "value",
        """
        NMF(n_components) MiniBatchNMF(n_components) FastICA(n_components) BernoulliRBM(n_components)
    """,
        seeded_by=SEED,
        flags="scale-sensitive",
    ),
    listed(
        "transformer",
        "value",
        "Nystroem(kernel) MDS(n_components) TSNE(n_components)",
        seeded_by=SEED,
        flags="scale-sensitive distances",
    ),
    listed(
        "transformer",
        "value",
        "SpectralEmbedding(n_components)",
        seeded_by=SEED,
        draws_when=(("eigen_solver", "in", ("lobpcg", "amg")),),
        flags="scale-sensitive",
    ),
    listed("transformer", "value", "LatentDirichletAllocation(n_components)", seeded_by=SEED),
    listed("transformer", "value", "RandomTreesEmbedding(n_estimators)", seeded_by=SEED, flags="accepts-missing"),
    listed(
        "transformer",
        "value",
        """
        KernelDensity EmpiricalCovariance GraphicalLasso(alpha) LedoitWolf OAS ShrunkCovariance
    """,
        task="density",
    ),
    listed("transformer", "value", "GraphicalLassoCV", task="density", flags="cross-validates"),
    listed("transformer", "value", "MinCovDet", seeded_by=SEED, task="density"),
    # The target of the rows.
    listed(
        "transformer",
        "label",
        """
        SelectKBest(score_func) SelectPercentile(score_func) SelectFpr(score_func) SelectFdr(score_func) SelectFwe(score_func)
        GenericUnivariateSelect(score_func) PLSSVD(n_components)
    """,
        flags="keeps-scale",
    ),
    listed("transformer", "label", "SelectFromModel(estimator) RFE(estimator)", flags="nested keeps-scale"),
    listed(
        "transformer",
        "label",
        "RFECV(estimator) SequentialFeatureSelector(estimator)",
        flags="nested cross-validates keeps-scale",
    ),
    listed(
        "transformer",
        "label",
        "TargetEncoder(categories,target_type,smooth,cv,shuffle,random_state)",
        seeded_by=SEED,
        draws_when=_UNLESS_UNSHUFFLED,
        flags="accepts-missing keeps-scale",
    ),
    listed(
        "transformer",
        "label",
        "NeighborhoodComponentsAnalysis(n_components)",
        seeded_by=SEED,
        draws_when=(("init", "is", "random"),),
        flags="scale-sensitive distances",
    ),
)

CLUSTERERS = merged(
    listed(
        "clusterer",
        "value",
        """
        AgglomerativeClustering(n_clusters) DBSCAN(eps) OPTICS Birch MeanShift AffinityPropagation
    """,
        task="clustering",
        flags="scale-sensitive distances",
    ),
    listed(
        "clusterer",
        "value",
        """
        HDBSCAN(min_cluster_size,min_samples,cluster_selection_epsilon,max_cluster_size,metric,metric_params,alpha,algorithm,leaf_size,n_jobs,cluster_selection_method,allow_single_cluster,store_centers,copy)
    """,
        task="clustering",
        flags="scale-sensitive accepts-missing distances",
    ),
    listed(
        "clusterer",
        "value",
        """
        KMeans(n_clusters) MiniBatchKMeans(n_clusters) BisectingKMeans(n_clusters) SpectralClustering(n_clusters)
        SpectralBiclustering(n_clusters) SpectralCoclustering(n_clusters)
    """,
        seeded_by=SEED,
        task="clustering",
        flags="scale-sensitive distances",
    ),
    listed(
        "clusterer",
        "value",
        "GaussianMixture(n_components) BayesianGaussianMixture",
        seeded_by=SEED,
        task="density",
        flags="probabilistic",
    ),
    listed("detector", "value", "LocalOutlierFactor(n_neighbors) OneClassSVM", flags="scale-sensitive distances"),
    listed("detector", "value", "EllipticEnvelope", seeded_by=SEED),
    listed("detector", "value", "IsolationForest", seeded_by=SEED, flags="accepts-missing"),
    listed(
        "detector",
        "value",
        """
        SGDOneClassSVM(nu,fit_intercept,max_iter,tol,shuffle,verbose,random_state,learning_rate,eta0,power_t,warm_start,average)
    """,
        seeded_by=SEED,
        draws_when=_UNLESS_UNSHUFFLED,
        flags="scale-sensitive gradients",
    ),
)
