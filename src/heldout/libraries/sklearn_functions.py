"""Functions of scikit-learn (1.9): metrics, cross-validation, function forms of transformers, data sets, support."""

from heldout.libraries.listing import SEED, listed, members, merged
from heldout.libraries.table import Entry

_TRUTH = "y_true,y_pred"
_SCORES = "y_true,y_score"
_PROBABILITIES = "y_true,y_proba"
_CLUSTERS = "labels_true,labels_pred"

METRICS = merged(
    listed(
        "metric",
        "nothing",
        """
        accuracy_score balanced_accuracy_score classification_report confusion_matrix multilabel_confusion_matrix f1_score
        fbeta_score jaccard_score matthews_corrcoef precision_score recall_score precision_recall_fscore_support
        class_likelihood_ratios cohen_kappa_score(y1,y2)
    """,
        parameters=_TRUTH,
        task="classification",
        flags="score-arguments",
    ),
    listed(
        "metric",
        "nothing",
        "hamming_loss zero_one_loss hinge_loss(y_true,pred_decision)",
        parameters=_TRUTH,
        task="classification",
        flags="score-arguments lower-is-better",
    ),
    listed(
        "metric",
        "nothing",
        """
        average_precision_score roc_auc_score roc_curve precision_recall_curve top_k_accuracy_score ndcg_score dcg_score
        label_ranking_average_precision_score confusion_matrix_at_thresholds metric_at_thresholds(y_true,y_score,metric_func)
        det_curve(y_true,y_score,pos_label,sample_weight,drop_intermediate) calibration_curve(y_true,y_prob)
    """,
        parameters=_SCORES,
        task="classification",
        flags="score-arguments",
    ),
    listed(
        "metric",
        "nothing",
        "coverage_error label_ranking_loss",
        parameters=_SCORES,
        task="classification",
        flags="score-arguments lower-is-better",
    ),
    listed(
        "metric",
        "nothing",
        "brier_score_loss log_loss",
        parameters=_PROBABILITIES,
        task="classification",
        flags="score-arguments lower-is-better",
    ),
    listed(
        "metric",
        "nothing",
        "d2_brier_score d2_log_loss_score",
        parameters=_PROBABILITIES,
        task="classification",
        flags="score-arguments",
    ),
    listed(
        "metric",
        "nothing",
        """
        r2_score explained_variance_score d2_absolute_error_score d2_pinball_score d2_tweedie_score
    """,
        parameters=_TRUTH,
        task="regression",
        flags="score-arguments",
    ),
    listed(
        "metric",
        "nothing",
        """
        max_error mean_absolute_error mean_absolute_percentage_error mean_gamma_deviance mean_pinball_loss
        mean_poisson_deviance mean_squared_error mean_squared_log_error mean_tweedie_deviance median_absolute_error
        root_mean_squared_error root_mean_squared_log_error
    """,
        parameters=_TRUTH,
        task="regression",
        flags="score-arguments lower-is-better",
    ),
    listed(
        "metric",
        "nothing",
        """
        adjusted_mutual_info_score adjusted_rand_score completeness_score fowlkes_mallows_score
        homogeneity_completeness_v_measure homogeneity_score mutual_info_score normalized_mutual_info_score
        pair_confusion_matrix rand_score v_measure_score contingency_matrix
    """,
        parameters=_CLUSTERS,
        task="clustering",
        flags="score-arguments",
    ),
    listed("metric", "nothing", "calinski_harabasz_score(X,labels) silhouette_samples(X,labels)", task="clustering"),
    listed(
        "metric",
        "nothing",
        "silhouette_score(X,labels)",
        seeded_by=SEED,
        draws_when=(("sample_size", "given", None),),
        task="clustering",
    ),
    listed("metric", "nothing", "davies_bouldin_score(X,labels)", task="clustering", flags="lower-is-better"),
    listed("metric", "nothing", "consensus_score(a,b) trustworthiness(X,X_embedded) auc(x,y)"),
)

DISPLAYS = merged(
    listed("display", "nothing", "ConfusionMatrixDisplay(confusion_matrix)", task="classification"),
    listed("display", "nothing", "DetCurveDisplay RocCurveDisplay", task="classification"),
    listed("display", "nothing", "PrecisionRecallDisplay(precision,recall)", task="classification"),
    listed("display", "nothing", "CalibrationDisplay(prob_true,prob_pred,y_prob)", task="classification"),
    listed("display", "nothing", "PredictionErrorDisplay", task="regression"),
    listed("display", "nothing", "LearningCurveDisplay ValidationCurveDisplay"),
    listed("plot", "nothing", "DecisionBoundaryDisplay PartialDependenceDisplay(pd_results)"),
)

_SCORE_DISPLAYS = "DetCurveDisplay RocCurveDisplay PrecisionRecallDisplay"
MEMBERS = merged(
    members(
        f"{_SCORE_DISPLAYS} ConfusionMatrixDisplay CalibrationDisplay PredictionErrorDisplay",
        "from_estimator",
        Entry("display", parameters=("estimator", "X", "y")),
    ),
    members(_SCORE_DISPLAYS, "from_predictions", Entry("display", parameters=("y_true", "y_score"))),
    members(
        "ConfusionMatrixDisplay PredictionErrorDisplay",
        "from_predictions",
        Entry("display", parameters=("y_true", "y_pred")),
    ),
    members("CalibrationDisplay", "from_predictions", Entry("display", parameters=("y_true", "y_prob"))),
    members(
        "RocCurveDisplay PrecisionRecallDisplay",
        "from_cv_results",
        Entry("display", parameters=("cv_results", "X", "y")),
    ),
    members(
        "LearningCurveDisplay ValidationCurveDisplay",
        "from_estimator",
        Entry("cross_validate", parameters=("estimator", "X", "y")),
    ),
    members("DecisionBoundaryDisplay", "from_estimator", Entry("plot", parameters=("estimator", "X"))),
    members("PartialDependenceDisplay", "from_estimator", Entry("plot", parameters=("estimator", "X", "features"))),
)

EVALUATION = merged(
    listed("split", "nothing", "train_test_split", seeded_by=SEED, draws_when=(("shuffle", "not", False),)),
    listed("cross_validate", "nothing", "cross_val_score cross_validate", parameters="estimator,X,y"),
    listed(
        "cross_validate",
        "nothing",
        "learning_curve",
        parameters="estimator,X,y",
        seeded_by=SEED,
        draws_when=(("shuffle", "is", True),),
    ),
    listed("cross_validate", "nothing", "validation_curve(estimator,X,y,param_name,param_range)"),
    listed("cross_validate", "nothing", "permutation_test_score", parameters="estimator,X,y", seeded_by=SEED),
    listed("cross_predict", "nothing", "cross_val_predict", parameters="estimator,X,y"),
    listed("importance", "label", "permutation_importance", parameters="estimator,X,y", seeded_by=SEED),
    listed("clone", "nothing", "clone(estimator)"),
    listed("shuffle", "nothing", "shuffle", seeded_by=SEED),
    listed("resample", "copy", "resample", when=(("replace", "is", False, "nothing"),), seeded_by=SEED),
    listed(
        "plot",
        "nothing",
        """
        plot_tree(decision_tree) export_graphviz(decision_tree,out_file) export_text(decision_tree)
        partial_dependence(estimator,X,features)
    """,
    ),
)

OVER_ROWS = merged(
    listed(
        "transform_function",
        "value",
        """
        scale minmax_scale(X,feature_range) maxabs_scale robust_scale quantile_transform
    """,
        parameters="X",
        when=(("axis", "is", 1, "nothing"),),
    ),
    listed("transform_function", "value", "power_transform(X,method)"),
    listed("transform_function", "nothing", "normalize(X,norm)", when=(("axis", "is", 0, "value"),)),
    listed(
        "transform_function",
        "value",
        """
        affinity_propagation(S) dbscan(X,eps) mean_shift(X) ward_tree(X) compute_optics_graph(X) cluster_optics_dbscan
        cluster_optics_xi linkage_tree(X,connectivity,n_clusters,linkage,affinity,return_distance) sparse_encode(X,dictionary)
        kneighbors_graph(X,n_neighbors) radius_neighbors_graph(X,radius) locally_linear_embedding(X)
        spectral_embedding(adjacency) get_bin_seeds(X,bin_size,min_bin_freq)
    """,
    ),
    listed(
        "transform_function",
        "value",
        """
        k_means(X,n_clusters) kmeans_plusplus(X,n_clusters) spectral_clustering(affinity) dict_learning(X,n_components)
        dict_learning_online(X,n_components) fastica(X,n_components) non_negative_factorization(X,W,H,n_components)
        randomized_svd(M,n_components) randomized_range_finder(A) smacof(dissimilarities)
    """,
        seeded_by=SEED,
    ),
    listed(
        "reduce",
        "value",
        """
        empirical_covariance(X) ledoit_wolf(X) ledoit_wolf_shrinkage(X,assume_centered,block_size) oas(X)
        graphical_lasso(emp_cov,alpha) mean_variance_axis(X,axis,weights,return_sum_weights) incr_mean_variance_axis(X)
        min_max_axis(X,axis,ignore_nan) csc_median_axis_0(X) weighted_mode(a,w)
    """,
    ),
    listed("reduce", "value", "fast_mcd(X,support_fraction,cov_computation_method,random_state)", seeded_by=SEED),
    listed("reduce", "value", "estimate_bandwidth(X)", seeded_by=SEED, draws_when=(("n_samples", "given", None),)),
    listed("transform_function", "label", "isotonic_regression(y)"),
    listed(
        "select_statistic",
        "label",
        """
        chi2 f_classif f_regression r_regression f_oneway() enet_path lasso_path lars_path(X,y,Xy) orthogonal_mp
        ridge_regression(X,y,alpha) lars_path_gram(Xy,Gram) orthogonal_mp_gram(Gram,Xy) l1_min_c check_increasing(x,y)
    """,
        parameters="X,y",
    ),
    listed("select_statistic", "label", "mutual_info_classif mutual_info_regression", parameters="X,y", seeded_by=SEED),
)

ROWWISE = merged(
    listed(
        "rowwise",
        "nothing",
        """
        binarize(X) add_dummy_feature(X,value) label_binarize(y) softmax(X,copy) row_norms(X,squared) safe_sqr(X)
        strip_accents_ascii(s) strip_accents_unicode(s) strip_tags(s) as_float_array(X) column_or_1d(y)
        check_array(array,accept_sparse) cosine_similarity(X,Y,dense_output) cosine_distances(X,Y) euclidean_distances(X,Y)
        nan_euclidean_distances(X,Y) haversine_distances(X,Y) manhattan_distances(X,Y) pairwise_distances(X,Y,metric)
        pairwise_distances_argmin(X,Y) pairwise_distances_argmin_min(X,Y) pairwise_distances_chunked(X,Y)
        pairwise_kernels(X,Y,metric) paired_distances(X,Y) paired_cosine_distances(X,Y) paired_euclidean_distances(X,Y)
        paired_manhattan_distances(X,Y) additive_chi2_kernel(X,Y) chi2_kernel(X,Y,gamma) laplacian_kernel(X,Y,gamma)
        linear_kernel(X,Y,dense_output) polynomial_kernel(X,Y,degree,gamma,coef0) rbf_kernel(X,Y,gamma)
        sigmoid_kernel(X,Y,gamma,coef0)
    """,
    ),
    listed(
        "rowwise",
        "nothing",
        "extract_patches_2d(image,patch_size)",
        seeded_by=SEED,
        draws_when=(("max_patches", "given", None),),
    ),
    listed(
        "rowwise",
        "nothing",
        """
        reconstruct_from_patches_2d(patches,image_size) img_to_graph(img) grid_to_graph(n_x,n_y,n_z)
    """,
    ),
)

DATA = merged(
    listed(
        "load",
        "nothing",
        """
        load_breast_cancer load_diabetes load_digits load_iris load_linnerud load_wine load_files(container_path)
        load_sample_image(image_name) load_sample_images load_svmlight_file(f) load_svmlight_files(files)
        fetch_20newsgroups fetch_20newsgroups_vectorized fetch_california_housing fetch_lfw_pairs fetch_lfw_people
        fetch_olivetti_faces fetch_openml(name) fetch_species_distributions
    """,
    ),
    listed(
        "load",
        "nothing",
        "fetch_covtype fetch_kddcup99 fetch_rcv1",
        seeded_by=SEED,
        draws_when=(("shuffle", "is", True),),
    ),
    listed(
        "make",
        "nothing",
        """
        make_biclusters(shape,n_clusters) make_checkerboard(shape,n_clusters) make_blobs(n_samples,n_features)
        make_classification(n_samples,n_features) make_multilabel_classification(n_samples,n_features)
        make_regression(n_samples,n_features) make_friedman1(n_samples,n_features) make_friedman2(n_samples)
        make_friedman3(n_samples) make_gaussian_quantiles make_hastie_10_2(n_samples)
        make_low_rank_matrix(n_samples,n_features) make_circles(n_samples) make_moons(n_samples) make_s_curve(n_samples)
        make_swiss_roll(n_samples) make_sparse_coded_signal(n_samples) make_sparse_spd_matrix(n_dim) make_spd_matrix(n_dim)
        make_sparse_uncorrelated(n_samples,n_features)
    """,
        seeded_by=SEED,
    ),
    listed("known", "nothing", "fetch_file(url) clear_data_home(data_home) get_data_home(data_home)"),
    listed("save", "nothing", "dump_svmlight_file(X,y,f)"),
)

SUPPORT = merged(
    listed(
        "kernel",
        "nothing",
        """
        CompoundKernel ConstantKernel DotProduct ExpSineSquared Exponentiation Kernel Matern PairwiseKernel Product RBF
        RationalQuadratic Sum WhiteKernel Hyperparameter KernelOperator GenericKernelMixin NormalizedKernelMixin
        StationaryKernelMixin DistanceMetric BallTree KDTree ParameterGrid(param_grid)
    """,
    ),
    listed("kernel", "nothing", "ParameterSampler(param_distributions,n_iter)", seeded_by=SEED),
    listed("draw", "nothing", "sample_without_replacement(n_population,n_samples,method,random_state)", seeded_by=SEED),
    listed(
        "callback",
        "nothing",
        """
        AutoPropagatedCallback CallbackContext CallbackSupportMixin FitCallback ProgressBar(max_propagation_depth)
        ScoringMonitor ScoringMonitorLog
    """,
    ),
    listed(
        "known",
        "nothing",
        """
        BaseEstimator BiclusterMixin ClassNamePrefixFeaturesOutMixin ClassifierMixin ClusterMixin DensityMixin
        MetaEstimatorMixin MultiOutputMixin OneToOneFeatureMixin OutlierMixin RegressorMixin TransformerMixin SelectorMixin
        BaseEnsemble BaseDecisionTree Bunch Tags ClassifierTags InputTags RegressorTags TargetTags TransformerTags Parallel
        is_classifier is_clusterer is_outlier_detector is_regressor make_scorer(score_func) get_scorer get_scorer_names
        check_scoring make_column_selector(pattern) set_config get_config config_context show_versions
        compute_class_weight(class_weight) compute_sample_weight(class_weight,y) with_callbacks
        ConvergenceWarning DataConversionWarning DataDimensionalityWarning EfficiencyWarning EstimatorCheckFailedWarning
        FitFailedWarning NotFittedError PositiveSpectrumWarning SkipTestWarning UndefinedMetricWarning
        UnsetMetadataPassedError
        all_displays all_estimators all_functions assert_all_finite attach_unique available_if cached_unique cartesian
        check_X_y check_classification_targets check_consistent_length check_is_fitted check_memory check_non_negative
        check_paired_arrays check_pairwise_arrays check_random_state check_same_namespace check_scalar check_symmetric
        class_distribution count_nonzero delayed density deprecated device distance_metrics entropy
        estimator_html_repr expected_mutual_information fast_logdet gen_batches gen_even_slices get_chunk_n_rows
        get_namespace get_namespace_and_device get_routing_for_object get_tags has_fit_parameter indexable
        inplace_column_scale inplace_csr_column_scale inplace_csr_row_scale inplace_row_scale inplace_swap_column
        inplace_swap_row inplace_swap_row_csc inplace_swap_row_csr is_multilabel is_pandas_df_or_series is_pandas_na
        is_scalar_nan johnson_lindenstrauss_min_dim kernel_metrics log_likelihood make_nonnegative move_to murmurhash3_32
        pd_fillna process_routing safe_mask safe_sparse_dot shrunk_covariance single_source_shortest_path_length size
        sort_graph_by_row_values sparse_matmul_to_dense squared_norm stable_cumsum svd_flip tarfile_extractall
        type_of_target unique_labels validate_data validate_parameter_constraints validate_params
    """,
    ),
)

FUNCTIONS = (METRICS, DISPLAYS, EVALUATION, OVER_ROWS, ROWWISE, DATA, SUPPORT)
