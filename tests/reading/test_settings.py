from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Fit, Split
from heldout.trace import Trace

See = Callable[[str, str], Any]
Read = Callable[[str], Trace]

PARSE = """
import argparse, click, hydra, json, os, sys, typer, yaml
import pandas as pd
from pathlib import Path
from sklearn.model_selection import train_test_split
args = argparse.ArgumentParser().parse_args()
"""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("args.data", "args.data", True),
        ("args.data", "args.other", False),
        ("args.data.path", "args.data['path']", True),
        ("args['data']", "args.get('data', 'x')", True),
        ("vars(args)['data']", "args.data", True),
        ("f'{args.dir}/a.csv'", "f'{args.dir}/a.csv'", True),
        ("f'{args.dir}/a.csv'", "f'{args.dir}/b.csv'", False),
        ("os.path.join(args.dir, 'a.csv')", "os.path.join(args.dir, 'a.csv')", True),
        ("os.path.join(args.dir, 'a.csv')", "os.path.join(args.dir, 'b.csv')", False),
        ("Path(args.dir) / 'a.csv'", "Path(args.dir) / 'a.csv'", True),
        ("args.dir + 'a.csv'", "args.dir + 'b.csv'", False),
        ("os.environ['A']", "os.environ['A']", True),
        ("os.environ['A']", "os.environ['B']", False),
        ("os.getenv('A')", "os.getenv('A')", True),
        ("sys.argv[1]", "sys.argv[1]", True),
        ("sys.argv[1]", "sys.argv[2]", False),
        ("yaml.safe_load(open('c.yaml'))['data']", "yaml.safe_load(open('c.yaml'))['data']", True),
        ("json.load(open(args.config))['data']", "json.load(open(args.config))['data']", True),
        ("config.DATA", "config.DATA", True),
        ("config.DATA", "config.OTHER", False),
    ],
)
def test_files_that_settings_name(read: Read, one: str, other: str, same: bool) -> None:
    """Two reads of a file are the same rows if the same setting names it, however the setting is reached."""
    program = f"import config\nSVC().fit(pd.read_csv({one}))\nSVC().fit(pd.read_csv({other}))"
    first, second = read(PARSE + program).of(Fit)
    assert (first.rows is second.rows) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("args.seed", "args.seed", True),
        ("args.seed", "args.seed + 1", False),
        ("args.seed", "args.other", False),
        ("int(args.seed)", "int(args.seed)", True),
        ("config.SEED", "config.SEED", True),
    ],
)
def test_seeds_that_are_settings(read: Read, one: str, other: str, same: bool) -> None:
    """Two splits part rows in the same way if the same setting seeds them."""
    program = (
        f"import config\nA = train_test_split(X, random_state={one})\nA = train_test_split(X, random_state={other})"
    )
    first, second = read(PARSE + program).of(Split)
    assert (first.origin == second.origin) is same


@pytest.mark.parametrize(
    "head",
    [
        "def main(args):",
        "def main(cfg):",
        "def main(model_config):",
        "def main(x: DictConfig):",
        "def main(x: int | None = None):",
        "def main(x: 'str'):",
        "def main(x: Literal['a', 'b'] = None):",
        "def main(x='data.csv'):",
        "@hydra.main(config_path='conf')\ndef main(x):",
        "@click.command()\n@click.option('--x')\ndef main(x):",
        "app = typer.Typer()\n@app.command()\ndef main(x=None):",
    ],
)
def test_settings_are_no_rows(read: Read, head: str) -> None:
    """A parameter that is a setting by its name, default, annotation or decorator, and parts of it, hold no rows."""
    name = head.partition("def main(")[2].partition(")")[0].partition(":")[0].partition("=")[0]
    program = f"{head}\n    SVC().fit({name})\n    SVC().fit({name}.data)\n    SVC().fit(pd.read_csv({name}))\n"
    for call in ("", "main()\n"):
        (fit,) = read(PARSE + program + call).of(Fit)
        assert str(fit.rows).startswith("read_csv")


def test_command_line_calls_a_function(read: Read) -> None:
    """A function handed to a library that fills its arguments from the command line is run with settings."""
    program = "import fire\ndef main(path='a.csv', n=3): SVC().fit(pd.read_csv(path)[:n])\nfire.Fire(main)"
    (fit,) = read(PARSE + program).of(Fit)
    assert str(fit.rows) == "read_csv@8 / [:n]"


def test_switch_joins_both_ways(seen: See) -> None:
    """What depends on a switch of the command line may or may not have happened."""
    program = f"{PARSE}if args.normalize: df = StandardScaler().fit_transform(df)"
    assert seen(program, "df").learned == ["StandardScaler.fit_transform"]


def test_settings_can_be_set(seen: See) -> None:
    """A part of a setting that the program sets has the value that it was given."""
    assert seen(f"{PARSE}args.n = 4\nargs['m'] = 5", "df[:args.n]").rows == "read_csv@1 / [:4]"
    assert seen(f"{PARSE}args.n = 4\nargs['m'] = 5", "df[:args['m']]").rows == "read_csv@1 / [:5]"
    assert seen(f"{PARSE}args.update({{'n': 6}})", "df[:args.n]").rows == "read_csv@1 / [:6]"


@pytest.mark.parametrize(
    ("made", "rows"),
    [
        ("argparse.Namespace(n=4)", "[:4]"),
        ("SimpleNamespace(n=4)", "[:4]"),
        ("OmegaConf.create({'n': 4})", "[:4]"),
        ("EasyDict({'n': 4})", "[:4]"),
    ],
)
def test_namespaces(seen: See, made: str, rows: str) -> None:
    """A mapping whose keys are attributes as well keeps its values."""
    imports = "import argparse\nfrom types import SimpleNamespace\nfrom omegaconf import OmegaConf\nfrom easydict import EasyDict\n"
    assert seen(f"{imports}cfg = {made}", "df[:cfg.n]").rows == f"read_csv@1 / {rows}"


def test_columns_that_settings_name(seen: See) -> None:
    """A setting names one column, the same each time, unless its own name says that it names several."""
    assert seen(PARSE, "df.drop(columns=[args.target])").columns == "all columns but target"
    assert seen(PARSE, "df[[args.target, 'a']]").columns == "target, a"
    assert seen(PARSE, "df[args.features]").columns == "some columns"


def test_column_of_a_setting_may_be_any(read: Read) -> None:
    """A column that a setting names is not known to be left in when a column is dropped by its name."""
    program = (
        PARSE
        + "df = pd.read_csv('a.csv')\nSVC().fit(df.drop(columns='price'), df[args.target])\nSVC().fit(df, df[args.target])"
    )
    dropped, whole = read(program).of(Fit)
    assert not dropped.data.columns.holds(dropped.target.columns.everything().origin)  # type: ignore[union-attr]
    assert whole.data.columns.holds(whole.target.columns.everything().origin)  # type: ignore[union-attr]


def test_rows_handed_to_a_setting(seen: See) -> None:
    """What a method of a setting makes of rows is most likely the same rows."""
    found = seen(PARSE, "args.transform(df)")
    assert (found.rows, found.data.weak) == ("read_csv@1", True)
