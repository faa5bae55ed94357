"""pandas: what its functions and the methods of frames, series and groups do to rows."""

from heldout.libraries.listing import SEED, listed, merged

MODULES = ("pandas",)
FLAT = False

NAMES = merged(
    listed(
        "load",
        "nothing",
        """
        read_csv read_table read_excel read_json read_parquet read_feather read_hdf read_sql read_sql_query read_sql_table
        read_pickle read_html read_xml read_stata read_sas read_spss read_fwf read_orc read_clipboard read_gbq
    """,
    ),
    listed("frame", "nothing", "DataFrame(data,index,columns) Series(data,index) Index(data) Categorical(values)"),
    listed("concat", "nothing", "concat(objs,axis)"),
    listed("merge", "nothing", "merge(left,right,how,on) merge_asof(left,right,on) merge_ordered(left,right,on)"),
    listed("encode", "vocabulary", "get_dummies(data) factorize(values) from_dummies(data)"),
    listed("transform_function", "value", "qcut(x,q)"),
    listed("transform_function", "nothing", "cut(x,bins)", when=(("bins", "count", None, "value"),)),
    listed(
        "rowwise",
        "nothing",
        "to_datetime(arg) to_numeric(arg) to_timedelta(arg) isnull(obj) isna(obj) notnull(obj) notna(obj)",
    ),
    listed("rowwise", "nothing", "wide_to_long(df) melt(frame)"),
    listed("pivot", "value", "pivot_table(data) crosstab(index,columns)"),
    listed("reshape", "nothing", "pivot(data)"),
    listed(
        "known",
        "nothing",
        "date_range bdate_range DatetimeIndex PeriodIndex RangeIndex IntervalIndex Timestamp Timedelta set_option MultiIndex.from_tuples MultiIndex.from_product Interval",
    ),
    listed(
        "known", "nothing", "option_context reset_option get_option DateOffset ExcelWriter HDFStore Grouper NamedAgg"
    ),
    listed("plot", "nothing", "plotting.scatter_matrix plotting.autocorrelation_plot plotting.parallel_coordinates"),
)

METHODS = merged(
    listed(
        "reduce",
        "value",
        """
        mean(axis) median(axis) mode(axis) std(axis) var(axis) sem(axis) skew(axis) kurt(axis) kurtosis(axis) min(axis)
        max(axis) sum(axis) prod(axis) product(axis) quantile(q,axis) describe mad(axis) idxmin(axis) idxmax(axis) autocorr
        argmin argmax
    """,
    ),
    listed("reduce", "vocabulary", "count(axis) nunique(axis) value_counts unique any(axis) all(axis) size duplicated"),
    listed("correlate", "value", "corr cov corrwith(other)"),
    listed("aggregate", "value", "agg(func,axis) aggregate(func,axis)"),
    listed(
        "rowwise",
        "nothing",
        """
        astype replace round abs isna isnull notna notnull between isin applymap where mask copy reset_index set_index
        to_numpy as_matrix to_frame squeeze infer_objects convert_dtypes stack melt swaplevel add_prefix add_suffix
        set_axis rename_axis explode tz_localize tz_convert combine_first lower upper strip lstrip rstrip contains
        startswith endswith len extract extractall findall split rsplit get cat title capitalize slice zfill pad_text total_seconds
        normalize strftime to_period isocalendar day_name month_name to_pydatetime tolist to_list ravel flatten reshape view
        asfreq update to_dense toarray todense swapaxes transpose truncate add sub mul div truediv floordiv mod pow radd rsub
        rmul rdiv eq ne lt le gt ge subtract multiply divide to_pandas set_flags map_dict str_replace T itertuples_rows
        to_dict to_records tocsr tocsc tocoo todia
    """,
    ),
    listed("past", "nothing", "cumsum cummax cummin cumprod ffill pad expanding ewm"),
    listed("future", "nothing", "bfill backfill"),
    listed("neighbours", "value", "interpolate"),
    listed("shift", "nothing", "shift(periods) diff(periods) pct_change(periods) tshift(periods)"),
    listed("rank", "value", "rank(axis)"),
    listed("rolling", "nothing", "rolling(window)"),
    listed(
        "subset",
        "nothing",
        """
        head tail dropna(axis) query(expr) nlargest nsmallest drop_duplicates between_time at_time first_valid truncate_rows xs take
    """,
    ),
    listed("sort", "nothing", "sort_values(by) sort_index sort"),
    listed("permute", "nothing", "reindex reindex_like(labels) align(labels)"),
    listed("sample", "nothing", "sample(n,frac,replace)", seeded_by=SEED),
    listed("fillna", "nothing", "fillna(value)"),
    listed("drop", "nothing", "drop(labels,axis,index,columns)"),
    listed("pop", "nothing", "pop(item)"),
    listed("insert", "nothing", "insert(loc,column,value)"),
    listed("rename", "nothing", "rename(mapper)"),
    listed("assign", "nothing", "assign"),
    listed("apply", "nothing", "apply(func,axis) map(func) transform(func,axis) pipe(func)"),
    listed("groupby", "nothing", "groupby(by) resample(rule)"),
    listed("merge_with", "nothing", "merge(right,how,on) join(other)"),
    listed("append", "nothing", "append(other)"),
    listed("select", "nothing", "select_dtypes(include,exclude) filter(items)"),
    listed("clip", "nothing", "clip(lower,upper)"),
    listed("encode", "vocabulary", "factorize"),
    listed("pivot", "value", "pivot_table"),
    listed("reshape", "nothing", "pivot unstack"),
    listed("copies", "copy", "repeat(repeats)"),
    listed("items", "nothing", "iterrows itertuples items iteritems"),
    listed("keys", "nothing", "keys"),
    listed("plot", "nothing", "plot hist boxplot info memory_usage"),
    listed(
        "save",
        "nothing",
        "to_csv to_excel to_pickle to_parquet to_json to_sql to_html to_feather to_latex to_clipboard to_string to_markdown",
    ),
    listed("eval", "nothing", "eval"),
)
