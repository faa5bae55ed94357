"""What calls keep of a run, and where: trackers, loggers of trainers, and files.

The kinds are those of `heldout.events.records.Log`.
"""

#: Libraries that keep runs.
TRACKERS = frozenset("mlflow wandb comet_ml neptune clearml aim tensorboardX dvclive sacred".split())

_KINDS = {
    "metrics": """log_metric log_metrics log_scalar log track add_scalar add_scalars report_scalar report_single_value
        log_epoch_metrics scalar write_scalars log_table summary""",
    "parameters": """log_param log_params log_parameter log_parameters log_hparams log_hyperparams add_hparams hparams set_tag
        set_tags connect connect_configuration add_config set_parameters""",
    "artifacts": """log_artifact log_artifacts log_image log_images log_text log_dict log_file log_asset add_image add_images
        add_histogram add_text add_graph add_embedding add_artifact upload_artifact upload save report_image report_text
        histogram image text""",
    "figures": "log_figure add_figure report_matplotlib_figure report_plotly log_confusion_matrix log_plot",
    "models": "log_model save_model register_model link_model update_output_model",
    "versions": "log_code log_git_metadata",
}

#: What a function or method of a tracker keeps, by its last word.
KEEPS = {word: (kind,) for kind, written in _KINDS.items() for word in written.split()}

#: Such words that mean the same on objects whose class is not seen.
DISTINCTIVE = frozenset(
    """add_scalar add_scalars add_hparams log_metric log_metrics log_param log_params log_hyperparams log_artifact
    log_artifacts report_scalar report_single_value writerow writerows""".split()
)

_RUN = ("run",)
_ALL = ("run", "metrics", "parameters", "models")
#: What begins a run, in full; some trackers note the versions of all libraries with it.
RUNS = {
    "mlflow.start_run": _RUN,
    "wandb.init": ("run", "parameters", "versions"),
    "comet_ml.Experiment": ("run", "versions"),
    "comet_ml.start": ("run", "versions"),
    "neptune.init_run": _RUN,
    "neptune.init": _RUN,
    "clearml.Task.init": ("run", "metrics", "parameters", "versions"),
    "aim.Run": _RUN,
    "dvclive.Live": _RUN,
    "sacred.Experiment": ("run", "parameters", "versions"),
    "torch.utils.tensorboard.SummaryWriter": _RUN,
    "tensorboardX.SummaryWriter": _RUN,
    "tensorflow.summary.create_file_writer": _RUN,
}
#: Ends of the names of functions by which a tracker keeps everything that a library trains.
BY_ITSELF = {"autolog": _ALL}

#: Classes whose objects, handed to a training, keep its figures.
LOGGERS = frozenset(
    """CSVLogger TensorBoard TensorBoardLogger WandbLogger WandbCallback WandbMetricsLogger MLFlowLogger MlflowCallback
    MLflowCallback CometLogger CometCallback NeptuneLogger NeptuneCallback DVCLiveCallback DVCLiveLogger AimLogger
    AimCallback ClearMLCallback TensorBoardCallback MlflowLogger WandbModelCheckpoint""".split()
)

#: Methods of a `tf.summary` writer's module.
SUMMARIES = frozenset("scalar histogram image text".split())

#: Functions and methods that write what they are given to a file.
WRITES = frozenset(
    """json.dump yaml.dump yaml.safe_dump toml.dump tomli_w.dump omegaconf.OmegaConf.save numpy.save numpy.savez
    numpy.savez_compressed numpy.savetxt csv.writer csv.DictWriter logging.FileHandler h5py.File""".split()
)
#: Methods that do so, of values that hold rows and of open files.
WRITING = frozenset(
    """to_csv to_excel to_json to_parquet to_pickle to_sql to_hdf to_feather to_html to_latex to_markdown write_csv
    write_parquet write_json write_excel save_to_disk""".split()
)
FILE_METHODS = frozenset({"write", "writelines"})
