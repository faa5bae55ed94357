"""What polars means: readers, tables, and the functions that stand beside expressions."""

from heldout.libraries.listing import listed, merged

FLAT = True
MODULES = ("polars",)

NAMES = merged(
    listed(
        "load",
        "nothing",
        """
        read_csv(source) scan_csv(source) read_parquet(source) scan_parquet(source) read_json(source) read_ndjson(source)
        scan_ndjson(source) read_excel(source) read_ipc(source) scan_ipc(source) read_avro(source) read_database(query)
        read_database_uri(query,uri) read_delta(source) scan_delta(source) read_csv_batched(source) from_pandas(data)
        from_numpy(data) from_dict(data) from_dicts(data) from_records(data) from_arrow(data) DataFrame(data) LazyFrame(data)
        Series(name,values)
    """,
    ),
    listed("concat", "nothing", "concat(items,how)"),
    listed(
        "reduce",
        "value",
        """
        mean median std var sum min max n_unique quantile(column,quantile) corr(a,b) cov(a,b) count first last
    """,
    ),
    listed(
        "rowwise",
        "nothing",
        """
        when struct concat_str concat_list coalesce date datetime duration format element
        sum_horizontal mean_horizontal min_horizontal max_horizontal all_horizontal any_horizontal
    """,
    ),
    listed("expression", "nothing", "col(name) lit(value) all exclude"),
    listed("past", "nothing", "cum_sum cum_count cum_fold"),
    listed("seed", "nothing", "set_random_seed(seed)", flags="global"),
    listed(
        "known",
        "nothing",
        """
        Config Schema Enum Categorical String Utf8 Int8 Int16 Int32 Int64 UInt8 UInt16 UInt32 UInt64 Float32 Float64 Boolean
        Date Datetime Duration Time List Struct Object Null Field collect_all int_range arange selectors
    """,
    ),
)

METHODS = merged(
    listed(
        "reduce", "value", "mean median std var sum min max quantile mode n_unique describe corr value_counts product"
    ),
    listed("transform_function", "value", "rank qcut(quantiles) interpolate fill_nan(value)"),
    listed("past", "nothing", "cum_sum cum_max cum_min cum_prod cum_count ewm_mean ewm_std forward_fill"),
    listed("future", "nothing", "backward_fill"),
    listed("shift", "nothing", "shift(n) diff(n) pct_change(n)"),
    listed(
        "rolling", "nothing", "rolling_mean rolling_std rolling_sum rolling_min rolling_max rolling_median rolling_var"
    ),
    listed(
        "subset",
        "nothing",
        "filter head(n) tail(n) limit(n) slice(offset,length) drop_nulls unique drop_nans top_k bottom_k",
    ),
    listed("sample", "nothing", "sample(n)", when=(("with_replacement", "is", True, "copy"),), seeded_by="seed"),
    listed("permute", "nothing", "sort(by) reverse"),
    listed("permute", "nothing", "shuffle(seed)", seeded_by="seed"),
    listed(
        "rowwise",
        "nothing",
        """
        with_columns select cast alias rename(mapping) to_pandas to_numpy to_torch clone collect lazy fill_null(value) abs round
        log exp sqrt clip is_null is_not_null is_in cut(breaks) map_elements replace to_series get_column drop
    """,
    ),
    listed("concat", "nothing", "vstack(other) extend(other)"),
    listed("columns", "nothing", "hstack(columns)"),
    listed("merge", "nothing", "join(other,on) join_asof(other)"),
    listed("encode", "vocabulary", "to_dummies(columns) to_physical"),
    listed("save", "nothing", "write_csv(file) write_parquet(file) write_json write_ipc"),
)
