from collections.abc import Callable
from typing import Any

import pytest

See = Callable[[str, str], Any]

PROGRAM = """
from collections import namedtuple
from dataclasses import asdict, dataclass, field, replace
from functools import partialmethod
from typing import NamedTuple
class Base:
    def __init__(self, d): self.d = d; self.setup()
    def setup(self): self.kept = self.d
    def run(self): return self.step()
    def step(self): return self.kept[:1]
class Mixin:
    def step(self): return super().step()[7:]
class Child(Mixin, Base):
    def setup(self):
        super().setup()
        self.kept = self.kept[9:]
    def other(self, d, n): return d[:n]
    five = partialmethod(other, n=5)
    def __getattr__(self, name): return getattr(self.d, name)
    def __len__(self): return len(self.d)
class Steps:
    def __init__(self): self.steps = {"a": self.one, "b": self.two}
    def one(self, d): return d[:1]
    def two(self, d): return d[:2]
    def by(self, name): return self.steps[name](df)
    def named(self, name): return getattr(self, name)(df)
@dataclass
class Parts:
    train: object
    n: int = 3
    more: list = field(default_factory=list)
    def __post_init__(self): self.cut = self.train[:self.n]
@dataclass
class Named(Parts):
    name: str = "x"
class Pair(NamedTuple):
    train: object
    test: object
Split = namedtuple("Split", "train test")
"""


@pytest.mark.parametrize(
    ("program", "expression", "rows"),
    [
        ("", "Child(df).run()", "[9:] / [:1] / [7:]"),
        ("", "Base(df).run()", "[:1]"),
        ("", "Child(df).five(df)", "[:5]"),
        ("", "Child(df).iloc[:6]", "[:6]"),
        ("", "type(Child(df))(df).kept", "[9:]"),
        ("c = Child(df)", "c.__class__(df).kept", "[9:]"),
        ("", "Steps().by('b')", "[:2]"),
        ("", "Steps().named('two')", "[:2]"),
        ("p = Parts(df)", "p.cut", "[:3]"),
        ("p = Named(df, 4, name='y')", "p.cut", "[:4]"),
        ("p = Parts(df)\np.more.append(df[8:])", "p.more[0]", "[8:]"),
        ("p = replace(Parts(df), train=df[6:])", "p.train", "[6:]"),
        ("p = asdict(Parts(df[6:]))", "p['train']", "[6:]"),
        ("a, b = Pair(df[:2], df[2:])", "b", "[2:]"),
        ("p = Pair(test=df[2:], train=df[:2])", "p[1]", "[2:]"),
        ("p = Split(df[:2], df[2:])\na, b = p", "b", "[2:]"),
        ("p = Split(df[:2], df[2:])", "p.test", "[2:]"),
    ],
)
def test_objects_of_the_program(seen: See, program: str, expression: str, rows: str) -> None:
    """Inherited and overridden methods, fields that are declared, tuples with names and methods found by name."""
    assert seen(PROGRAM + program, expression).rows == f"read_csv@1 / {rows}"


def test_each_object_has_its_own_default(seen: See) -> None:
    """A default that a factory makes belongs to one object only."""
    program = f"{PROGRAM}a, b = Parts(df), Parts(df)\na.more.append(df[:5])\nb.more.append(df[5:])"
    assert seen(program, "a.more[0]").rows == "read_csv@1 / [:5]"


def test_unknown_key_of_a_dictionary_of_methods(seen: See) -> None:
    """A function that is picked by an unknown key may be any of them: what each leaves is joined."""
    assert seen(PROGRAM, "Steps().by(input())").rows == "(read_csv@1 / [:1] + read_csv@1 / [:2])"
    program = "found = {}\ndef a(): found['x'] = df[:2]\ndef b(): found['x'] = df[5:]\n{'a': a, 'b': b}[input()]()"
    assert seen(program, "found['x']").rows == "(read_csv@1 / [:2] + read_csv@1 / [5:])"


def test_estimator_that_extends_a_library_class(seen: See) -> None:
    """What a class inherits from a library's estimator is done by that estimator, and gives the object back."""
    program = """
from sklearn.preprocessing import StandardScaler
class Scaler(StandardScaler):
    def fit(self, X, y=None): return super().fit(X)
    def cut(self, X): return self.transform(X)[:5]
"""
    found = seen(program, "Scaler().fit(df).cut(df)")
    assert (found.rows, found.learned) == ("read_csv@1 / [:5]", ["Scaler.fit"])


def test_items_of_an_object_that_is_a_mapping(seen: See) -> None:
    """An object of a class that descends from a mapping keeps its items."""
    program = "class Registry(dict):\n    def add(self, name, d): self[name] = d\nr = Registry()\nr.add('a', df[:3])"
    assert seen(program, "r['a']").rows == "read_csv@1 / [:3]"


@pytest.mark.parametrize(
    ("condition", "rows"),
    [
        ("scaler", "[:3]"),
        ("not scaler", "[3:]"),
        ("job", "[:3]"),
        ("cut", "[:3]"),
        ("sized", "(read_csv@1 / [:3] + read_csv@1 / [3:])"),
    ],
)
def test_objects_count_as_true(seen: See, condition: str, rows: str) -> None:
    """Estimators, functions and objects count as true, unless their class says otherwise."""
    program = f"""
class Job: pass
class Sized:
    def __len__(self): return 0
def cut(): pass
def pick(scaler=None, job=None, cut=None, sized=None): return df[:3] if {condition} else df[3:]
part = pick(StandardScaler(), Job(), cut, Sized())
"""
    assert seen(program, "part").rows.removeprefix("read_csv@1 / ") == rows
