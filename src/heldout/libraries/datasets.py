"""What Hugging Face datasets and the methods of data-set objects (datasets, tf.data) mean."""

from heldout.libraries.listing import listed, merged

FLAT = True
MODULES = ("datasets", "evaluate")

NAMES = merged(
    listed(
        "load",
        "nothing",
        """
        load_dataset(path,name,data_dir,data_files,split) load_from_disk(dataset_path)
        from_csv from_json from_parquet from_text from_generator load_dataset_builder(path,name)
    """,
    ),
    listed("concat", "nothing", "concatenate_datasets(dsets)"),
    listed(
        "concat",
        "nothing",
        "interleave_datasets(datasets,probabilities,seed)",
        seeded_by="seed",
        draws_when=(("probabilities", "given", None),),
    ),
    listed(
        "meter",
        "nothing",
        "load_metric(path,config_name) evaluate.load(path,config_name) evaluate.combine(evaluations)",
    ),
    listed(
        "dataset",
        "nothing",
        "Dataset IterableDataset DatasetDict IterableDatasetDict from_dict from_pandas from_polars from_list",
    ),
    listed(
        "known",
        "nothing",
        """
        Features Value ClassLabel Sequence Image Audio Array2D Array3D disable_caching enable_caching set_caching_enabled
        disable_progress_bar enable_progress_bar get_dataset_config_names get_dataset_split_names list_datasets DownloadMode
        DownloadConfig Split ReadInstruction NamedSplit GeneratorBasedBuilder BuilderConfig
    """,
    ),
)

METHODS = merged(
    listed(
        "split",
        "nothing",
        "train_test_split(test_size,train_size,shuffle,stratify_by_column,seed)",
        seeded_by="seed",
        draws_when=(("shuffle", "not", False),),
    ),
    listed("permute", "nothing", "shuffle(seed)", seeded_by="seed"),
    listed(
        "subset",
        "nothing",
        "select(indices) filter(function) take(count) skip(count) shard(num_shards,index) unique(column)",
    ),
    listed("permute", "nothing", "sort(column_names,reverse)"),
    listed(
        "rowwise",
        "nothing",
        """
        map(function) batch(batch_size) padded_batch(batch_size) unbatch prefetch(buffer_size) cache(filename) with_format(type)
        set_format(type) reset_format cast(features) cast_column(column,feature) rename_column rename_columns remove_columns
        select_columns add_column flatten with_transform set_transform apply(transformation_func) enumerate
        as_numpy_iterator to_pandas to_dict to_list to_tf_dataset to_csv to_iterable_dataset flatten_indices
    """,
    ),
    listed("encode", "vocabulary", "class_encode_column(column)"),
    listed("copies", "copy", "repeat(count)"),
    listed("concat", "nothing", "concatenate(dataset)"),
    listed("future", "nothing", "window(size,shift)"),
    listed("reduce", "value", "reduce(initial_state,reduce_func)"),
    listed("known", "nothing", "cardinality options with_options push_to_hub"),
    listed("save", "nothing", "save_to_disk(dataset_path) save(path)"),
)
