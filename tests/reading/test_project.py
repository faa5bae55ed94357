"""Programs of several files: what a module hands on is read as if it stood in the program."""

import json
from pathlib import Path
from textwrap import dedent

import pytest

from heldout.events import Fit, Load, Score, Split
from heldout.events.generators import Seed
from heldout.reading import read
from heldout.text.modules import Finder
from heldout.text.source import read_source
from heldout.trace import Trace

LOAD = """
    import pandas as pd

    TARGET = "late"

    def load():
        table = pd.read_csv("orders.csv")
        return table.drop(columns=TARGET), table[TARGET]
"""
MAIN = """
    from sklearn.linear_model import Ridge
    from sklearn.model_selection import train_test_split
    {imports}

    X, y = {load}()
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
    model = Ridge().fit(X_train, y_train)
    print(model.score(X_test, y_test))
"""


class Files:
    """Files of a project in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("pyproject.toml", "")

    def write(self, name: str, text: str) -> None:
        """Write one file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text))

    def trace(self, name: str) -> Trace:
        """The trace of the program in a file."""
        source = read_source(str(self.folder / name))
        return read(source, source.parse(), Finder(source.path, {"sklearn", "pandas"}))


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Give a project that holds a package with a loader."""
    made = Files(tmp_path)
    made.write("src/shop/__init__.py", "")
    made.write("src/shop/data.py", LOAD)
    return made


@pytest.mark.parametrize(
    ("imports", "load"),
    [
        ("from shop.data import load", "load"),
        ("from shop.data import load as read", "read"),
        ("import shop.data", "shop.data.load"),
        ("import shop.data as data", "data.load"),
        ("from shop import data", "data.load"),
        ("from shop.data import *", "load"),
        ("from src.shop.data import load", "load"),
        ("import sys; sys.path.append('src/shop'); from data import load", "load"),
        ("import sys; sys.path.insert(0, 'src/shop'); import data", "data.load"),
    ],
)
def test_loader_of_a_module_is_followed(files: Files, imports: str, load: str) -> None:
    """Rows and columns come out of a function of another module, however it is imported."""
    files.write("train.py", MAIN.format(imports=imports, load=load))
    trace = files.trace("train.py")
    (fit,) = trace.of(Fit)
    assert str(fit.data) == "X_train [read_csv@7 / train; all columns but late]"
    (load_event,) = trace.of(Load)
    assert load_event.place.path.endswith("data.py")
    assert load_event.place.line == 7


def test_reexported_name_is_followed(files: Files) -> None:
    """A package hands on what its ``__init__.py`` takes from a module, by name or with a star."""
    files.write("src/shop/__init__.py", "from .data import *\nfrom .data import load as load_orders\n")
    files.write("train.py", MAIN.format(imports="from shop import load_orders", load="load_orders"))
    (fit,) = files.trace("train.py").of(Fit)
    assert str(fit.rows) == "read_csv@7 / train"


def test_listed_names_are_all_that_a_star_brings(files: Files) -> None:
    """``__all__`` decides what a star import brings."""
    files.write("src/shop/data.py", dedent(LOAD) + "\n__all__ = ['TARGET']\n")
    files.write("train.py", MAIN.format(imports="from shop.data import *", load="load"))
    assert not list(files.trace("train.py").of(Load))


def test_modules_that_import_one_another_are_read(files: Files) -> None:
    """A circle of imports ends, and what it defines is followed."""
    files.write("src/shop/data.py", "import shop.other\n" + dedent(LOAD))
    files.write("src/shop/other.py", "from shop.data import load\n")
    files.write("train.py", MAIN.format(imports="from shop.data import load", load="load"))
    (fit,) = files.trace("train.py").of(Fit)
    assert str(fit.rows) == "read_csv@8 / train"


def test_long_chain_of_imports_ends(files: Files) -> None:
    """Modules that import one another in a long chain are read so far and no farther, and the program to its end."""
    for number in range(300):
        files.write(f"m{number}.py", f"from m{number + 1} import load\n")
    files.write("train.py", "from m0 import load\n" + dedent(MAIN).format(imports="", load="load"))
    assert len(list(files.trace("train.py").of(Score))) == 1


@pytest.mark.parametrize("broken", ["def load(:\n", "\0", ""])
def test_module_that_cannot_be_read_is_unknown(files: Files, broken: str) -> None:
    """What a broken or missing module would give is unknown, and the program is read to its end."""
    files.write("src/shop/data.py", broken)
    files.write("train.py", MAIN.format(imports="from shop.data import load", load="load"))
    trace = files.trace("train.py")
    assert len(list(trace.of(Split))) == 1
    assert len(list(trace.of(Score))) == 1


def test_import_in_one_branch_serves_the_other(files: Files) -> None:
    """A module is read once and for all, although a branch that imports it is taken back and joined with the other."""
    imports = "import os\n    if os.name == fast: from shop.data import load\n    else: from shop.data import load"
    files.write("train.py", MAIN.format(imports=imports, load="load"))
    (fit,) = files.trace("train.py").of(Fit)
    assert str(fit.rows) == "read_csv@7 / train"


def test_equal_places_in_two_modules_are_two_sources(files: Files) -> None:
    """Files that two modules read on the same line and column are different rows."""
    text = "import pandas as pd\ntable = pd.read_csv(path)\n"
    files.write("one.py", text)
    files.write("two.py", text)
    files.write(
        "train.py",
        "import one, two\nfrom sklearn.linear_model import Ridge\nRidge().fit(one.table, 1).score(two.table, 1)\n",
    )
    trace = files.trace("train.py")
    (fit,) = trace.of(Fit)
    (score,) = trace.of(Score)
    assert fit.rows is not score.rows


def test_main_part_of_a_module_is_not_run(files: Files) -> None:
    """What a module does only when it is started itself is not done when it is imported."""
    guarded = "\nif __name__ == '__main__':\n    load()\n"
    files.write("src/shop/data.py", dedent(LOAD) + guarded)
    files.write("train.py", MAIN.format(imports="from shop.data import load", load="load"))
    assert len(list(files.trace("train.py").of(Load))) == 1


def test_what_a_module_defines_and_nobody_calls_is_its_own_review(files: Files) -> None:
    """Functions of an imported module that the program does not call are left to the review of that module."""
    files.write("src/shop/data.py", dedent(LOAD) + "\ndef other(table):\n    return SVC().fit(table)\n")
    files.write("train.py", MAIN.format(imports="from shop.data import load", load="load"))
    assert [fit.model for fit in files.trace("train.py").of(Fit)] == ["Ridge"]


def test_class_of_a_module_is_followed(files: Files) -> None:
    """Objects of classes of other modules keep their rows, and their bases may stand in a third module."""
    files.write("base.py", "class Data:\n    def part(self): return self.table.iloc[:100]\n")
    files.write(
        "orders.py",
        "import pandas as pd\nfrom base import Data\nclass Orders(Data):\n    def __init__(self): self.table = pd.read_csv('a.csv')\n",
    )
    files.write("train.py", "from orders import Orders\nfrom sklearn.svm import SVC\nSVC().fit(Orders().part(), 1)\n")
    (fit,) = files.trace("train.py").of(Fit)
    assert str(fit.rows) == "read_csv@4 / [:100]"


def test_seed_in_a_module_counts(files: Files) -> None:
    """A helper that seeds the generators is seen through the import."""
    files.write("seeds.py", "import numpy as np\ndef fix(seed): np.random.seed(seed)\n")
    files.write("train.py", "import numpy as np\nfrom seeds import fix\nfix(0)\nX = np.random.rand(100, 3)\n")
    assert next(files.trace("train.py").of(Seed)).function == "numpy.random.seed"


def test_program_that_only_imports_is_a_program(files: Files) -> None:
    """Events of imported modules do not make a library of definitions a program that runs."""
    files.write("run.py", "import pandas as pd\ntable = pd.read_csv('a.csv')\n")
    files.write("library.py", "import run\ndef f(): pass\n")
    assert not files.trace("library.py").runs_at_import
    assert files.trace("run.py").runs_at_import


@pytest.mark.parametrize(
    ("notebook", "command"),
    [
        ("look.ipynb", "%run tools.py"),
        ("look.ipynb", "%run -i './tools.py' 3"),
        ("notebooks/look.ipynb", "%run ../tools.py"),
        ("notebooks/look.ipynb", "%run ../more"),
    ],
)
def test_file_that_a_notebook_runs_is_followed(files: Files, notebook: str, command: str) -> None:
    """What ``%run`` defines is defined in the notebook, whether it runs a script or another notebook."""
    files.write("tools.py", LOAD)
    files.write("more.ipynb", json.dumps({"cells": [cell(dedent(LOAD))], "nbformat": 4, "nbformat_minor": 4}))
    text = dedent(MAIN).format(imports="", load="load")
    cells = [cell(command), cell(text)]
    files.write(notebook, json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 4}))
    (fit,) = files.trace(notebook).of(Fit)
    assert str(fit.rows) == "read_csv@7 / train"


def cell(text: str) -> dict[str, object]:
    """A code cell of a notebook."""
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": text}


def test_package_reads_only_the_modules_that_are_asked_for(files: Files) -> None:
    """Of the modules that a package hands on by a star, those that have nothing to do with the name stay unread."""
    files.write("kit/__init__.py", "from .far import *\nfrom .near import load as read\nfrom .cut import *\n")
    files.write("kit/far.py", "import pandas as pd\nunused = pd.read_csv('never.csv')\n")
    files.write("kit/near.py", "import pandas as pd\ndef load(): return pd.read_csv('a.csv')\n")
    files.write("kit/cut.py", "def half(table): return table[:50]\n")
    files.write("train.py", "from kit import read, half\nimport kit\ntop = half(read())\nkit.half(read())\n")
    assert [load.source for load in files.trace("train.py").of(Load)] == ["a.csv", "a.csv"]


def test_later_module_of_a_package_is_heard(files: Files) -> None:
    """Where two modules that a package hands on have a name, the later one counts, as in Python."""
    files.write("kit/__init__.py", "from .one import *\nfrom .two import *\n")
    files.write("kit/one.py", "SOURCE = 'one.csv'\n")
    files.write("kit/two.py", "SOURCE = 'two.csv'\n")
    files.write("train.py", "import pandas as pd\nfrom kit import *\ntable = pd.read_csv(SOURCE)\n")
    assert [load.source for load in files.trace("train.py").of(Load)] == ["two.csv"]
