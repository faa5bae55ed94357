"""Names that scikit-learn had once and dropped: code in the wild still says them."""

from heldout.libraries.listing import SEED, listed, merged

_CHOSEN_BY_FOLDS = "nested cross-validates"
_SPLIT_OF_LENGTH = "n,n_folds,shuffle,random_state"
_SPLIT_OF_TARGET = "y,n_folds,shuffle,random_state"

#: In `sklearn.cross_validation` splitters took the number of rows or the target first and were iterated directly.
CROSS_VALIDATION = merged(
    listed(
        "splitter",
        "nothing",
        "cross_validation.KFold",
        parameters=_SPLIT_OF_LENGTH,
        seeded_by=SEED,
        draws_when=(("shuffle", "is", True),),
    ),
    listed(
        "splitter",
        "nothing",
        "cross_validation.StratifiedKFold",
        parameters=_SPLIT_OF_TARGET,
        seeded_by=SEED,
        draws_when=(("shuffle", "is", True),),
        flags="stratified",
    ),
    listed("splitter", "nothing", "cross_validation.LeaveOneOut(n) cross_validation.LeavePOut(n,p)"),
    listed(
        "splitter",
        "nothing",
        """
        cross_validation.LeaveOneLabelOut(labels) cross_validation.LeavePLabelOut(labels,p)
        cross_validation.LabelKFold(labels,n_folds)
    """,
        flags="grouped",
    ),
    listed(
        "splitter",
        "nothing",
        "cross_validation.LabelShuffleSplit(labels,n_iter,test_size,train_size,random_state)",
        seeded_by=SEED,
        flags="grouped",
    ),
    listed(
        "splitter",
        "nothing",
        "cross_validation.ShuffleSplit(n,n_iter,test_size,train_size,random_state)",
        seeded_by=SEED,
    ),
    listed(
        "splitter",
        "nothing",
        "cross_validation.StratifiedShuffleSplit(y,n_iter,test_size,train_size,random_state)",
        seeded_by=SEED,
        flags="stratified",
    ),
    listed(
        "splitter", "nothing", "cross_validation.Bootstrap(n,n_iter,train_size,test_size,random_state)", seeded_by=SEED
    ),
    listed(
        "splitter",
        "nothing",
        "cross_validation.PredefinedSplit(test_fold) cross_validation.check_cv(cv,X,y,classifier)",
        flags="grouped",
    ),
    listed("split", "nothing", "cross_validation.train_test_split", seeded_by=SEED),
    listed("cross_validate", "nothing", "cross_validation.cross_val_score(estimator,X,y,scoring,cv)"),
    listed("cross_validate", "nothing", "cross_validation.permutation_test_score(estimator,X,y,cv)", seeded_by=SEED),
    listed("cross_predict", "nothing", "cross_validation.cross_val_predict(estimator,X,y,cv)"),
    listed("search", "nothing", "grid_search.GridSearchCV(estimator,param_grid,scoring)", flags=_CHOSEN_BY_FOLDS),
    listed(
        "search",
        "nothing",
        "grid_search.RandomizedSearchCV(estimator,param_distributions,n_iter,scoring)",
        seeded_by=SEED,
        flags=_CHOSEN_BY_FOLDS,
    ),
    listed("kernel", "nothing", "grid_search.ParameterGrid(param_grid)"),
    listed(
        "kernel", "nothing", "grid_search.ParameterSampler(param_distributions,n_iter,random_state)", seeded_by=SEED
    ),
)

REMOVED = merged(
    listed(
        "transformer",
        "value",
        "Imputer(missing_values,strategy,axis)",
        when=(("axis", "is", 1, "nothing"),),
        flags="accepts-missing",
    ),
    listed(
        "transformer",
        "vocabulary",
        "CategoricalEncoder(encoding,categories)",
        when=(("categories", "given", "auto", "nothing"),),
    ),
    listed("transformer", "value", "Scaler WardAgglomeration(n_clusters)"),
    listed(
        "transformer",
        "value",
        "RandomizedPCA(n_components) ProjectedGradientNMF(n_components)",
        seeded_by=SEED,
        flags="scale-sensitive",
    ),
    listed("transformer", "value", "LSHForest(n_estimators)", seeded_by=SEED, flags="scale-sensitive"),
    listed("transformer", "label", "RandomizedLasso(alpha) RandomizedLogisticRegression(C)", seeded_by=SEED),
    listed("clusterer", "value", "Ward(n_clusters)", task="clustering", flags="scale-sensitive"),
    listed(
        "clusterer",
        "value",
        "GMM(n_components) DPGMM(n_components) VBGMM(n_components)",
        seeded_by=SEED,
        task="density",
        flags="probabilistic",
    ),
    listed("predictor", "nothing", "LDA(solver) QDA(priors)", task="classification", flags="probabilistic"),
    listed(
        "predictor", "nothing", "GaussianProcess(regr,corr)", seeded_by=SEED, task="regression", flags="scale-sensitive"
    ),
    listed(
        "load", "nothing", "load_boston fetch_mldata(dataname) load_mlcomp(name_or_id) load_lfw_people load_lfw_pairs"
    ),
    listed(
        "metric",
        "nothing",
        "jaccard_similarity_score(y_true,y_pred,normalize) zero_one_score auc_score(y_true,y_score)",
        parameters="y_true,y_pred",
        task="classification",
        flags="score-arguments",
    ),
    listed(
        "metric",
        "nothing",
        "zero_one",
        parameters="y_true,y_pred",
        task="classification",
        flags="score-arguments lower-is-better",
    ),
    listed("metric", "nothing", "calinski_harabaz_score(X,labels)", task="clustering"),
    listed(
        "display",
        "nothing",
        """
        plot_confusion_matrix(estimator,X,y_true) plot_roc_curve plot_precision_recall_curve plot_det_curve
    """,
        parameters="estimator,X,y",
        task="classification",
    ),
    listed("plot", "nothing", "plot_partial_dependence(estimator,X,features)"),
    listed("save", "nothing", "joblib.dump(value,filename)"),
    listed("restore", "nothing", "joblib.load(filename)"),
    listed("known", "nothing", "joblib.Parallel joblib.delayed joblib.Memory if_delegate_has_method"),
)

OLDER = merged(CROSS_VALIDATION, REMOVED)
