"""What stands around training: tracking, persistence, explaining, drawing."""

from heldout.libraries.listing import listed, merged

FLAT = True
MODULES = (
    "mlflow",
    "wandb",
    "comet_ml",
    "neptune",
    "clearml",
    "aim",
    "tensorboardX",
    "dvclive",
    "sacred",
    "joblib",
    "pickle",
    "cPickle",
    "dill",
    "cloudpickle",
    "skops",
    "onnx",
    "onnxmltools",
    "skl2onnx",
    "shap",
    "lime",
    "eli5",
    "yellowbrick",
    "scikitplot",
    "matplotlib",
    "seaborn",
    "plotly",
    "h5py",
)

_TRACKING = merged(
    listed(
        "save",
        "nothing",
        """
        mlflow.log_metric(key,value) mlflow.log_metrics(metrics) mlflow.log_param(key,value) mlflow.log_params(params)
        mlflow.log_artifact(local_path) mlflow.log_artifacts(local_dir) mlflow.log_figure(figure,artifact_file) mlflow.log_table(data)
        mlflow.log_dict(dictionary,artifact_file) mlflow.log_text(text,artifact_file) mlflow.log_input(dataset)
        mlflow.set_tag(key,value) mlflow.set_tags(tags) mlflow.register_model(model_uri,name) mlflow.log_image(image)
        log_model(model,name) save_model(model,path) wandb.log(data) wandb.save(glob_str) wandb.log_artifact(artifact_or_path)
        wandb.summary.update comet_ml.log_metric(name,value) neptune.log_metric(name,value) aim.track(value)
        SummaryWriter.add_scalar(tag,scalar_value) dvclive.log_metric(name,val)
    """,
    ),
    listed(
        "special",
        "nothing",
        """
        mlflow.autolog mlflow.start_run mlflow.evaluate(model,data) wandb.init wandb.watch(models) wandb.sweep(sweep) wandb.agent(sweep_id,function)
        autolog start_run SummaryWriter(log_dir) Experiment init_run clearml.Task.init Task.init aim.Run Live
    """,
    ),
    listed(
        "known",
        "nothing",
        """
        mlflow.set_experiment(experiment_name) mlflow.set_tracking_uri(uri) mlflow.end_run mlflow.active_run MlflowClient wandb.login
        wandb.finish wandb.config wandb.Artifact(name,type) wandb.Table wandb.Image wandb.Histogram WandbCallback WandbMetricsLogger
        infer_signature(model_input,model_output) MlflowException
    """,
    ),
    listed(
        "restore",
        "nothing",
        "mlflow.load_model(model_uri) load_model(model_uri) pyfunc.load_model(model_uri) wandb.restore(name)",
    ),
)

_PERSISTENCE = merged(
    listed(
        "save",
        "nothing",
        """
        joblib.dump(value,filename) pickle.dump(obj,file) pickle.dumps(obj) cPickle.dump(obj,file) cPickle.dumps(obj)
        dill.dump(obj,file) dill.dumps(obj) cloudpickle.dump(obj,file) cloudpickle.dumps(obj) skops.io.dump(obj,file)
        onnx.save(proto,f) convert_sklearn(model) to_onnx(model) pickle.Pickler(file)
    """,
    ),
    listed(
        "restore",
        "nothing",
        """
        joblib.load(filename) pickle.load(file) pickle.loads(data) cPickle.load(file) cPickle.loads(data) dill.load(file)
        dill.loads(str) cloudpickle.load(file) cloudpickle.loads(data) skops.io.load(file) onnx.load(f) pickle.Unpickler(file)
    """,
    ),
    listed("load", "nothing", "h5py.File(name,mode)"),
    listed(
        "known",
        "nothing",
        "joblib.Parallel(n_jobs) joblib.delayed(function) joblib.Memory(location) parallel_backend cpu_count",
    ),
)

_EXPLAINING = merged(
    listed(
        "importance",
        "label",
        """
        Explainer(model,masker) TreeExplainer(model,data) KernelExplainer(model,data) LinearExplainer(model,masker)
        DeepExplainer(model,data) GradientExplainer(model,data) PermutationExplainer(model,masker) LimeTabularExplainer(training_data)
        LimeTextExplainer LimeImageExplainer PermutationImportance(estimator) explain_weights(estimator) show_weights(estimator)
        explain_prediction(estimator,doc) show_prediction(estimator,doc)
    """,
    ),
    listed(
        "plot",
        "nothing",
        """
        summary_plot(shap_values,features) force_plot(base_value,shap_values) dependence_plot(ind,shap_values,features)
        decision_plot(base_value,shap_values) plots.bar(shap_values) plots.beeswarm(shap_values) plots.waterfall(shap_values)
        plots.scatter(shap_values) initjs
    """,
    ),
    listed("sample", "nothing", "shap.sample(X,nsamples) shap.utils.sample(X,nsamples)"),
    listed("reduce", "value", "shap.kmeans(X,k)"),
)

_DRAWING = merged(
    listed(
        "display",
        "nothing",
        """
        ClassificationReport(estimator) ConfusionMatrix(estimator) ROCAUC(estimator) PrecisionRecallCurve(estimator)
        ClassPredictionError(estimator) DiscriminationThreshold(estimator) ResidualsPlot(estimator) PredictionError(estimator)
        plot_confusion_matrix(y_true,y_pred) plot_roc(y_true,y_probas) plot_precision_recall(y_true,y_probas)
        plot_roc_curve(y_true,y_probas) plot_lift_curve(y_true,y_probas) plot_cumulative_gain(y_true,y_probas)
    """,
    ),
    listed(
        "plot",
        "nothing",
        """
        figure subplots subplot plot scatter hist bar barh boxplot imshow show savefig legend title xlabel ylabel heatmap pairplot
        histplot distplot kdeplot countplot barplot scatterplot lineplot violinplot jointplot regplot lmplot catplot displot
        clustermap relplot stripplot swarmplot pointplot FacetGrid(data) PairGrid(data) line histogram box violin density_heatmap
        scatter_matrix pie contourf contour errorbar fill_between axhline axvline
    """,
    ),
    listed(
        "load",
        "nothing",
        "load_dataset(name) data.iris data.tips data.gapminder datasets.adult datasets.california datasets.iris",
    ),
)

NAMES = merged(_TRACKING, _PERSISTENCE, _EXPLAINING, _DRAWING)
