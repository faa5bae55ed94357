"""The parameters of methods, in order, where programs write them by position."""

#: Of a Keras network's methods; nobody writes the later ones of them all by name.
NETWORK_METHODS: dict[str, tuple[str, ...]] = {
    name: tuple(parameters.split())
    for name, parameters in {
        "compile": "optimizer loss metrics loss_weights weighted_metrics run_eagerly",
        "fit": """x y batch_size epochs verbose callbacks validation_split validation_data shuffle class_weight
            sample_weight initial_epoch steps_per_epoch validation_steps validation_batch_size validation_freq""",
        "fit_generator": "generator steps_per_epoch epochs verbose callbacks validation_data validation_steps",
        "evaluate": "x y batch_size verbose sample_weight steps callbacks",
        "predict": "x batch_size verbose steps callbacks",
        "save": "filepath overwrite",
        "save_weights": "filepath overwrite",
        "load_weights": "filepath",
    }.items()
}

#: Of methods that mean the same on every class that has them.
METHODS: dict[str, tuple[str, ...]] = {
    name: tuple(parameters.split())
    for name, parameters in {
        "fit": "X y sample_weight",
        "partial_fit": "X y classes",
        "fit_transform": "X y",
        "fit_predict": "X y",
        "transform": "X",
        "predict": "X",
        "predict_proba": "X",
        "score": "X y sample_weight",
        "load_state_dict": "state_dict strict",
        "zero_grad": "set_to_none",
        "add_scalar": "tag scalar_value global_step",
    }.items()
}

#: Of data sets of tf.data.
STREAM_METHODS: dict[str, tuple[str, ...]] = {
    "shuffle": ("buffer_size", "seed", "reshuffle_each_iteration"),
    "batch": ("batch_size", "drop_remainder"),
    "map": ("map_func", "num_parallel_calls"),
    "repeat": ("count",),
    "cache": ("filename",),
    "take": ("count",),
    "skip": ("count",),
    "prefetch": ("buffer_size",),
}
