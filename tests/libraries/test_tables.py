"""The tables themselves: well formed, and true of the installed libraries."""

import importlib
import importlib.util
from pathlib import Path

import pytest

from heldout.libraries import ROOTS, entry
from heldout.libraries.listing import listed, merged
from heldout.libraries.seeding import SEEDS, generator_of, seeded
from heldout.libraries.table import EFFECTS, FLAGS, LEARNING_KINDS

TABLES = """sklearn imblearn encoders boosting keras torch datasets statistics tracking tuning randomness polars pandas numpy""".split()
TESTS = {"given", "absent", "is", "not", "in", "count"}


@pytest.mark.parametrize("name", TABLES)
def test_well_formed(name: str) -> None:
    """Every entry uses only the documented effects, kinds, flags and tests."""
    table = importlib.import_module(f"heldout.libraries.{name}")
    for part in ("NAMES", "METHODS", "MEMBERS"):
        for key, one in getattr(table, part, {}).items():
            assert one.effect in EFFECTS, key
            assert one.learns in LEARNING_KINDS, key
            assert one.flags <= FLAGS.keys(), key
            assert all(rule[1] in TESTS and rule[3] in LEARNING_KINDS for rule in one.when), key
            assert all(condition[1] in TESTS for condition in one.draws_when), key
            assert one.seeded_by or not one.draws_when, key


@pytest.mark.parametrize("name", TABLES)
def test_roots_lead_to_their_table(name: str) -> None:
    """The libraries a table says it serves are exactly the roots that lead to it."""
    table = importlib.import_module(f"heldout.libraries.{name}")
    assert {module.partition(".")[0] for module in table.MODULES} == {
        root for root, served_by in ROOTS.items() if served_by == name
    }


def test_a_name_listed_twice_is_refused() -> None:
    """Two entries for one name are an error, so that none hides the other."""
    with pytest.raises(ValueError, match="listed twice: SVC"):
        merged(listed("predictor", "nothing", "SVC SVR"), listed("known", "nothing", "SVC"))


def test_agrees_with_the_installed_libraries() -> None:
    """Every public name of scikit-learn and imbalanced-learn is listed, with its parameters, and nothing is invented."""
    pytest.importorskip("sklearn", minversion="1.9")
    pytest.importorskip("imblearn", minversion="0.14")
    script = Path(__file__).parents[2] / "scripts" / "check_tables.py"
    specification = importlib.util.spec_from_file_location("check_tables", script)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    assert module.disagreements() == []


@pytest.mark.parametrize("name", [name for name in SEEDS if not name.startswith(("numpy.", "cupy."))])
def test_seeding_functions_are_in_the_tables(name: str) -> None:
    """Whatever is said to seed a generator has the effect of seeding."""
    known = entry(name)
    assert known is not None
    assert known.effect == "seed"


def test_generators() -> None:
    """A draw is fixed by seeding the generator of its own library."""
    assert generator_of("torch.randn") == "torch"
    assert generator_of("random.random") == "python"
    assert generator_of("sklearn.model_selection.train_test_split") == "numpy"
    assert seeded("tf.random.set_seed") == ("tensorflow",)
    assert "numpy" in seeded("pytorch_lightning.seed_everything")
    assert seeded("torch.nn.Linear") == ()
