"""The items of the checklist are judged over whole projects, with the lines and files that prove them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from heldout.checklist.evidence import Checklist, Item
from heldout.checklist.judging import judge
from heldout.checklist.programs import read_program
from heldout.libraries.roles import NO_ROLES
from heldout.project.discovery import discover

Project = Callable[..., Checklist]
LOAD = "import pandas as pd\ntable = pd.read_csv('table.csv')\nX, y = table[['a', 'b']], table['c']\n"
SPLIT = (
    LOAD
    + "from sklearn.model_selection import train_test_split\nX_train, X_test, y_train, y_test = train_test_split(X, y{})\n"
)
FOREST = (
    SPLIT.format(", random_state=0")
    + "from sklearn.ensemble import RandomForestClassifier\nforest = RandomForestClassifier(random_state=0)\n"
    "forest.fit(X_train, y_train)\nprint(forest.score(X_test, y_test))\n"
)
NETWORK = (
    "import torch\nfrom torch import nn\n{}"
    "model = nn.Linear(3, 2)\noptimizer = torch.optim.SGD(model.parameters(), 0.1)\n"
    "for _ in range(3):\n    optimizer.zero_grad()\n"
    "    loss = nn.functional.cross_entropy(model(torch.load('x.pt')), torch.load('y.pt'))\n"
    "    loss.backward()\n    optimizer.step()\n{}"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Judges a project of the files that are given by their paths."""
    monkeypatch.chdir(tmp_path)

    def judged(**files: str) -> Checklist:
        for name, text in files.items():
            path = Path(name.replace("__", "/").replace("_dot_", "."))
            path = path if "." in path.name else path.with_suffix(".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        found, _, _ = discover(["."])
        return judge(".", [read_program(path, NO_ROLES) for path in found])

    return judged


def item(checklist: Checklist, name: str) -> Item:
    """The item of a name."""
    return next(one for one in checklist.items if one.name == name)


def said(found: Item) -> list[tuple[str, int | None, bool | None]]:
    """File, line and direction of each piece of evidence."""
    return [(one.path, one.line, one.supports) for one in found.evidence]


@pytest.mark.parametrize(
    ("before", "verdict", "line"),
    [("torch.manual_seed(1)\n", "met", 3), ("import numpy as np\nnp.random.seed(1)\n", "not met", 5)],
)
def test_seeds_by_library(project: Project, before: str, verdict: str, line: int) -> None:
    """The seed of another library does not count for first weights of a network."""
    found = item(project(train=NETWORK.format(before, "")), "seeds")
    assert (found.verdict, said(found)) == (verdict, [("train.py", line, verdict == "met")])


def test_seeds_of_several_programs(project: Project) -> None:
    """An item that one program meets and another does not is met partly."""
    found = item(project(one=FOREST, two=FOREST.replace(", random_state=0", "")), "seeds")
    assert found.verdict == "partly"
    assert said(found) == [("one.py", 5, True), ("two.py", 5, False)]


@pytest.mark.parametrize(
    ("before", "verdict"),
    [
        ("torch.use_deterministic_algorithms(True)\n", "met"),
        ("torch.backends.cudnn.deterministic = True\n", "partly"),
        ("torch.backends.cudnn.benchmark = True\n", "not met"),
        ("", "not met"),
    ],
)
def test_determinism_of_networks(project: Project, before: str, verdict: str) -> None:
    """What is asked of cuDNN alone is half of it; asking for the fastest algorithm is the opposite."""
    assert item(project(train=NETWORK.format(before, "")), "determinism").verdict == verdict


def test_determinism_does_not_apply_to_forests(project: Project) -> None:
    """Where no network is trained the item does not apply."""
    assert item(project(train=FOREST), "determinism").verdict == "not applicable"


@pytest.mark.parametrize(
    ("files", "verdict"),
    [
        ({"uv_dot_lock": ""}, "met"),
        ({"requirements_dot_txt": "numpy==1.26.4\n"}, "met"),
        ({"requirements_dot_txt": "numpy==1.26.4\nrich\n"}, "partly"),
        ({"requirements_dot_txt": "numpy\n"}, "not met"),
        ({}, "not met"),
    ],
)
def test_versions_in_files(project: Project, files: dict[str, str], verdict: str) -> None:
    """A lock file, or requirements of one version each, record the libraries."""
    assert item(project(train=FOREST, **files), "versions").verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("import mlflow\nmlflow.autolog()\n" + FOREST, "met"),
        ("import sklearn\nprint(sklearn.__version__)\n" + FOREST, "partly"),
    ],
)
def test_versions_in_programs(project: Project, text: str, verdict: str) -> None:
    """A tracker that logs models keeps versions; one that is printed is a part of them."""
    assert item(project(train=text), "versions").verdict == verdict


@pytest.mark.parametrize(
    ("steps", "verdict"),
    [
        ("scaler = StandardScaler().fit(X_train)\n", "not met"),
        ("scaler = StandardScaler().fit(X_train)\njoblib.dump(scaler, 'scaler.joblib')\n", "met"),
        ("pipe = make_pipeline(StandardScaler(), Ridge()).fit(X_train, y_train)\n", "met"),
        ("", "not applicable"),
    ],
)
def test_preparation(project: Project, steps: str, verdict: str) -> None:
    """A fitted step is kept if it is saved or inside a pipeline."""
    begin = "import joblib\nfrom sklearn.linear_model import Ridge\nfrom sklearn.pipeline import make_pipeline\n"
    text = begin + "from sklearn.preprocessing import StandardScaler\n" + FOREST + steps
    assert item(project(train=text), "preprocessing").verdict == verdict


@pytest.mark.parametrize(
    ("seed", "verdict"), [("", "not met"), (", random_state=2", "met"), (", shuffle=False", "met")]
)
def test_splits(project: Project, seed: str, verdict: str) -> None:
    """A split is repeatable if it has a seed or mixes nothing."""
    text = SPLIT.format(seed) + "from sklearn.linear_model import Ridge\nRidge().fit(X_train, y_train)\n"
    assert item(project(train=text), "splits").verdict == verdict


@pytest.mark.parametrize(
    ("after", "verdict"),
    [
        ("", "not met"),
        ("torch.save(model.state_dict(), 'weights.pt')\n", "partly"),
        ("torch.save({'model': model.state_dict(), 'config': {'size': 3}}, 'weights.pt')\n", "met"),
        ("torch.save(model, 'model.pt')\n", "met"),
    ],
)
def test_model(project: Project, after: str, verdict: str) -> None:
    """Weights alone are half of a model; with its settings, or whole, it can be rebuilt."""
    assert item(project(train=NETWORK.format("", after)), "model").verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (FOREST, "not met"),
        ("import mlflow\nmlflow.autolog()\n" + FOREST, "met"),
        ("import mlflow\n" + FOREST + "mlflow.log_metric('accuracy', 0.5)\n", "partly"),
        ("import mlflow\n" + FOREST + "mlflow.log_metric('a', 0.5)\nmlflow.log_params({'trees': 100})\n", "met"),
        ("import wandb\nwandb.init(project='a')\n" + FOREST + "wandb.log({'a': 1})\n", "partly"),
        ("import wandb\nwandb.init(config={'trees': 100})\n" + FOREST + "wandb.log({'a': 1})\n", "met"),
        ("TRACK = False\nif TRACK:\n    import wandb\n    wandb.init()\n" + FOREST, "partly"),
    ],
)
def test_tracking(project: Project, text: str, verdict: str) -> None:
    """Figures and settings both have to go to a tracker; one that is off is half of it."""
    assert item(project(train=text), "tracking").verdict == verdict


def test_data_under_version_control(project: Project) -> None:
    """Data of which a DVC file stands beside the code are versioned; others are not."""
    assert item(project(train=FOREST), "data").verdict == "not met"
    assert item(project(train=FOREST, table_dot_csv_dot_dvc="outs: []\n"), "data").verdict == "met"


def test_data_of_a_library_are_versioned(project: Project) -> None:
    """Data that come with a library have its version."""
    text = FOREST.replace(LOAD, "from sklearn.datasets import load_iris\nX, y = load_iris(return_X_y=True)\n")
    assert item(project(train=text), "data").verdict == "met"


def test_modules_of_functions_are_not_judged(project: Project) -> None:
    """A project without a program has nothing to meet, and meets all of it."""
    found = project(tools="import numpy as np\n\n\ndef noisy(x):\n    return x + np.random.normal(size=len(x))\n")
    assert (found.programs, found.share) == (0, 100)
    assert {one.verdict for one in found.items} == {"not applicable"}


def test_file_that_cannot_be_read_becomes_a_note(project: Project) -> None:
    """One file that does not parse costs only itself, and is named."""
    found = project(train=FOREST, broken="import torch\nx = (\n")
    assert found.programs == 1
    assert [path for path, _ in found.notes] == ["broken.py"]


def test_reader_that_trips_costs_only_its_file(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the reader becomes a note that names the file, and the others are judged."""

    def trip(*_: object) -> None:
        raise ValueError("tripped")

    monkeypatch.setattr("heldout.checklist.programs.read", trip)
    found = project(train=FOREST)
    assert found.notes == (("train.py", "internal error, not read: ValueError: tripped; please report this"),)
