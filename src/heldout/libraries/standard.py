"""Functions of the standard library, and of a few others, that hand values and functions on: one word for each.

``partial``, ``reduce``, ``copy``, ``chain``, ``product``, ``starmap``, ``range``, ``dict``: as the function of that name;
``same``: the elements of its argument; ``first``: its argument; ``show``: tells what it is given; ``field``, ``replace``,
``fields``, ``named tuple``: of classes whose fields are declared; ``namespace``: a mapping whose keys are attributes;
``setting``: something that the program is configured with; ``command line``: calls a function with such settings;
``path``: a path joined from its parts; ``parallel``: an object that is called with a list of results; ``best first``: the best few of some results; ``search path``:
where modules are looked for; ``chance``: a number that is another one in each run; ``unknown``: nothing is known of what it gives.
"""

_NAMES = {
    "partial": "functools.partial functools.partialmethod",
    "reduce": "functools.reduce",
    "copy": "copy.deepcopy copy.copy",
    "same": """tqdm tqdm.tqdm tqdm.notebook.tqdm tqdm.auto.tqdm tqdm.tqdm_notebook tqdm.autonotebook.tqdm tqdm.rich.tqdm
        rich.progress.track collections.deque itertools.islice itertools.cycle more_itertools.peekable""",
    "range": "tqdm.trange tqdm.auto.trange tqdm.notebook.trange",
    "chain": "itertools.chain itertools.chain.from_iterable",
    "product": "itertools.product",
    "starmap": "itertools.starmap",
    "dict": "collections.OrderedDict",
    "default dict": "collections.defaultdict",
    "named tuple": "collections.namedtuple",
    "best first": "heapq.nlargest heapq.nsmallest",
    "search path": "sys.path.append sys.path.insert",
    "chance": """time.time time.time_ns time.monotonic time.perf_counter os.getpid os.urandom uuid.uuid4 uuid.uuid1
        secrets.randbits secrets.randbelow secrets.token_bytes""",
    "unknown": "operator.itemgetter",
    "show": "IPython.display.display",
    "field": """dataclasses.field attr.ib attr.field attrs.field pydantic.Field pydantic.fields.Field""",
    "replace": "dataclasses.replace attr.evolve attrs.evolve",
    "fields": "dataclasses.asdict dataclasses.astuple builtins.vars attr.asdict attrs.asdict",
    "namespace": """types.SimpleNamespace argparse.Namespace omegaconf.OmegaConf.create omegaconf.DictConfig
        omegaconf.OmegaConf.structured omegaconf.OmegaConf.to_container easydict.EasyDict box.Box munch.Munch munch.munchify
        addict.Dict ml_collections.ConfigDict ml_collections.config_dict.ConfigDict""",
    "setting": """yaml.safe_load yaml.load yaml.full_load yaml.unsafe_load toml.load toml.loads tomllib.load tomllib.loads
        tomli.load json.load json.loads omegaconf.OmegaConf.load omegaconf.OmegaConf.from_cli omegaconf.OmegaConf.merge
        hydra.compose os.getenv os.environ.get dotenv.dotenv_values configparser.ConfigParser
        configparser.RawConfigParser yacs.config.CfgNode builtins.input pyrallis.parse tyro.cli draccus.parse
        simple_parsing.parse""",
    "command line": "typer.run fire.Fire fire.core.Fire absl.app.run plac.call defopt.run",
    "path": "os.path.join posixpath.join pathlib.Path pathlib.PurePath",
    "first": """contextlib.nullcontext contextlib.closing joblib.delayed joblib.parallel.delayed
        sklearn.utils.parallel.delayed sklearn.utils.fixes.delayed sklearn.externals.joblib.delayed dask.delayed
        dask.delayed.delayed ray.get dask.compute""",
    "parallel": """joblib.Parallel joblib.parallel.Parallel sklearn.utils.parallel.Parallel
        sklearn.externals.joblib.Parallel""",
}

#: Each qualified name to its word.
MEANINGS = {name: word for word, names in _NAMES.items() for name in names.split()}

#: Methods of unknown objects that give the settings of a program.
PARSERS = frozenset({"parse_args", "parse_known_args", "parse_args_into_dataclasses"})

#: Variables that hold settings.
VARIABLES = frozenset({"os.environ", "sys.argv"})
