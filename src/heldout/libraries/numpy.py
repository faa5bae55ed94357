"""NumPy: what its functions and the methods of arrays do to rows."""

from heldout.libraries.listing import listed, merged

MODULES = ("numpy", "cupy", "jax.numpy")
FLAT = False

_REDUCE = """
    mean(a,axis) average(a,axis) median(a,axis) std(a,axis) var(a,axis) ptp(a,axis) percentile(a,q,axis) quantile(a,q,axis)
    min(a,axis) amin(a,axis) max(a,axis) amax(a,axis) sum(a,axis) prod(a,axis) nanmean(a,axis) nanmedian(a,axis)
    nanstd(a,axis) nanvar(a,axis) nanpercentile(a,q,axis) nanquantile(a,q,axis) nanmin(a,axis) nanmax(a,axis) nansum(a,axis)
    cov(m) linalg.svd(a) linalg.eig(a) linalg.eigh(a) linalg.qr(a) linalg.pinv(a)
    linalg.lstsq(a,b) histogram_bin_edges(a)
"""
_ROWWISE = """
    abs absolute sqrt cbrt square exp expm1 exp2 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh sign
    floor ceil rint round around fix trunc clip power add subtract multiply divide true_divide floor_divide mod remainder
    fmod maximum minimum fmax fmin isnan isinf isfinite nan_to_num logical_and logical_or logical_not logical_xor
    equal not_equal greater greater_equal less less_equal deg2rad rad2deg radians degrees hypot arctan2 where
    digitize searchsorted interp vectorize_call array asarray asanyarray ascontiguousarray copy reshape ravel squeeze expand_dims
    atleast_1d atleast_2d swapaxes transpose moveaxis flip fliplr flipud pad astype float32 float64 int32 int64 int8 uint8
    float16 bool_ isin in1d array_str char.add heaviside real imag conj select piecewise invert bitwise_and bitwise_or
    matmul dot inner outer einsum tensordot hsplit apply_along_axis rot90 resize roll_columns
"""

NAMES = merged(
    listed("reduce", "value", _REDUCE),
    listed(
        "reduce",
        "vocabulary",
        "unique(ar) bincount(x) count_nonzero(a,axis) any(a,axis) all(a,axis) histogram(a) nanargmax(a,axis) nanargmin(a,axis)",
    ),
    listed("choose", "value", "argmax(a,axis) argmin(a,axis)"),
    listed("order", "nothing", "argsort(a,axis) argpartition(a) sort(a,axis) lexsort"),
    listed("correlate", "value", "corrcoef(x,y)"),
    listed("rowwise", "nothing", _ROWWISE),
    listed("past", "nothing", "cumsum cumprod maximum.accumulate"),
    listed("shift", "nothing", "roll(a,shift) diff(a,n)"),
    listed("concat", "nothing", "concatenate(arrays,axis) vstack(arrays) append(arr,values,axis) row_stack(arrays)"),
    listed("stack", "nothing", "stack(arrays,axis)"),
    listed("columns", "nothing", "hstack column_stack dstack"),
    listed(
        "pieces",
        "nothing",
        "split(ary,indices_or_sections) array_split(ary,indices_or_sections) vsplit(ary,indices_or_sections)",
    ),
    listed("copies", "copy", "repeat(a,repeats) tile(A,reps)"),
    listed("load", "nothing", "load(file) loadtxt(fname) genfromtxt(fname) fromfile(file) memmap(filename)"),
    listed("save", "nothing", "save savez savetxt savez_compressed"),
    listed("positions", "nothing", "arange(start)"),
    listed("nonzero", "nothing", "nonzero flatnonzero argwhere"),
    listed("drop_positions", "nothing", "delete(arr,obj,axis) setdiff1d(ar1,ar2)"),
    listed(
        "make_array",
        "nothing",
        "zeros ones empty full zeros_like(a) ones_like(a) empty_like(a) full_like(a) linspace logspace eye identity meshgrid",
    ),
    listed("seed", "nothing", "random.seed(seed) random.set_state"),
    listed("generator_state", "nothing", "random.get_state"),
    listed(
        "generator",
        "nothing",
        "random.default_rng(seed) random.RandomState(seed) random.Generator random.PCG64(seed) random.MT19937(seed) random.SeedSequence(entropy)",
    ),
    listed(
        "draw_rows", "nothing", "random.permutation(x) random.choice(a,size,replace)", seeded_by="_", flags="global"
    ),
    listed("shuffle_in_place", "nothing", "random.shuffle(x)", seeded_by="_", flags="global"),
    listed(
        "draw",
        "nothing",
        """
        random.rand random.randn random.random random.randint random.random_sample random.uniform random.normal
        random.standard_normal random.binomial random.poisson random.exponential random.beta random.gamma random.lognormal
        random.multivariate_normal random.choice_weighted random.ranf random.sample random.bytes random.laplace
        random.multinomial random.dirichlet random.geometric random.logistic random.random_integers random.triangular
        random.chisquare random.standard_t random.weibull random.zipf random.vonmises random.pareto random.gumbel
    """,
        seeded_by="_",
        flags="global",
    ),
    listed(
        "known",
        "nothing",
        "set_printoptions errstate seterr finfo iinfo dtype newaxis testing.assert_allclose allclose array_equal shape size ndim",
    ),
)

METHODS = merged(
    listed(
        "reduce",
        "value",
        """
        mean(axis) std(axis) var(axis) min(axis) max(axis) sum(axis) ptp(axis) prod(axis) median(axis) quantile(q,axis)
    """,
    ),
    listed("reduce", "vocabulary", "any(axis) all(axis) nonzero"),
    listed("choose", "value", "argmax(axis) argmin(axis)"),
    listed("order", "nothing", "argsort(axis)"),
    listed(
        "rowwise",
        "nothing",
        """
        astype reshape ravel flatten squeeze clip round copy view transpose swapaxes toarray todense tocsr tocsc tolist
        dot conj item numpy detach cpu cuda to float double long int half bool unsqueeze contiguous permute_dims
        requires_grad_ clone type tobytes fill resize byte
    """,
    ),
    listed("past", "nothing", "cumsum cumprod"),
    listed("copies", "copy", "repeat(repeats)"),
    listed("sort_in_place", "nothing", "sort(axis)"),
    listed("rows_of", "nothing", "getrow"),
    listed("columns_of", "nothing", "getcol"),
    listed("save", "nothing", "tofile dump"),
)
