from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Fit, Load
from heldout.trace import Trace

See = Callable[[str, str], Any]
Read = Callable[[str], Trace]

DECORATORS = """
import functools
from functools import wraps
def log(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        print("called")
        return f(*args, **kwargs)
    return wrapper
def retry(times):
    def decorator(f):
        def wrapper(*args, **kwargs):
            for attempt in range(times):
                try:
                    return f(*args, **kwargs)
                except ValueError:
                    pass
        return wrapper
    return decorator
class Count:
    def __init__(self, f): self.f = f
    def __call__(self, *args, **kwargs): return self.f(*args, **kwargs)
def register(f): return f
def first_only(f):
    def wrapper(d): return f(d)[:1]
    return wrapper
"""


@pytest.mark.parametrize(
    ("decorators", "call", "rows"),
    [
        ("@log", "cut(df)", "[:3]"),
        ("@log", "cut(df, n=5)", "[:5]"),
        ("@retry(times=3)", "cut(df, 4)", "[:4]"),
        ("@Count", "cut(df, 4)", "[:4]"),
        ("@register", "cut(df)", "[:3]"),
        ("@first_only", "cut(df)", "[:3] / [:1]"),
        ("@log\n@first_only", "cut(df)", "[:3] / [:1]"),
        ("@functools.lru_cache(maxsize=None)", "cut(df)", "[:3]"),
        ("@njit", "cut(df)", "[:3]"),
        ("@torch.no_grad()", "cut(df)", "[:3]"),
        ("@tf.function(jit_compile=True)", "cut(df)", "[:3]"),
        ("@st.cache_data(ttl=3600)", "cut(df)", "[:3]"),
        ("@flow(name='job')", "cut(df)", "[:3]"),
        ("@ray.remote", "cut.remote(df)", "[:3]"),
        ("@partial(jax.jit, static_argnums=1)", "cut(df, 6)", "[:6]"),
    ],
)
def test_decorated_functions_are_followed(seen: See, decorators: str, call: str, rows: str) -> None:
    """Decorators of the program are called, those of libraries leave the function as it is."""
    program = f"{DECORATORS}\n{decorators}\ndef cut(d, n=3): return d[:n]"
    assert seen(program, call).rows == f"read_csv@1 / {rows}"


CLASSES = """
class Table:
    size = 4
    def __init__(self, d): self.d = d
    @classmethod
    def read(cls, d): return cls(d)
    @classmethod
    def cut(cls, d): return d[:cls.size]
    @property
    def head(self): return self.d[:2]
    @head.setter
    def head(self, d): self.d = d[5:]
    @functools.cached_property
    def top(self): return self.d[:6]
    @log
    def logged(self, n): return self.d[:n]
    @staticmethod
    @log
    def quiet(d): return d[:8]
class Wide(Table):
    size = 5
"""


@pytest.mark.parametrize(
    ("program", "expression", "rows"),
    [
        ("", "Table.read(df).d[:9]", "[:9]"),
        ("", "Table.cut(df)", "[:4]"),
        ("", "Wide.cut(df)", "[:5]"),
        ("", "Wide(df).cut(df)", "[:5]"),
        ("", "Wide.read(df).cut(df)", "[:5]"),
        ("", "Table(df).head", "[:2]"),
        ("t = Table(df)\nt.head = df", "t.d", "[5:]"),
        ("", "Table(df).top", "[:6]"),
        ("", "Wide(df).logged(7)", "[:7]"),
        ("", "Table.quiet(df)", "[:8]"),
        ("", "Table(df).quiet(df)", "[:8]"),
    ],
)
def test_decorated_methods(seen: See, program: str, expression: str, rows: str) -> None:
    """Class methods get the class that they are asked of, properties and their setters are run, wrapped methods bound."""
    assert seen(f"{DECORATORS}{CLASSES}{program}", expression).rows == f"read_csv@1 / {rows}"


def test_cached_property_is_computed_once(read: Read) -> None:
    """A cached property is run for the first reader of it only."""
    program = """
        from functools import cached_property
        class Job:
            @cached_property
            def data(self): return pd.read_csv(path)
        job = Job()
        job.data, job.data
    """
    assert len(list(read(program).of(Load))) == 1


def test_uncalled_decorated_function_is_read_once(read: Read) -> None:
    """A function that a decorator keeps is read through what the decorator made of it, and on its own if that never calls it."""
    (fit,) = read(f"{DECORATORS}\n@log\ndef train(data): SVC().fit(data)\n").of(Fit)
    assert str(fit.rows) == "data"
    kept = "def keep(f):\n    def other(): pass\n    return other\n@keep\ndef train(data): SVC().fit(data)\n"
    assert [str(fit.rows) for fit in read(kept).of(Fit)] == ["data"]


def test_inner_function_of_an_uncalled_function_is_read(read: Read) -> None:
    """What an uncalled function defines and nobody calls is read too, once."""
    program = "def outer(n):\n    def inner(data): SVC().fit(data)\n    return 1\n"
    assert [str(fit.rows) for fit in read(program).of(Fit)] == ["data"]
    assert len(list(read(f"{program}for n in range(3): outer(n)").of(Fit))) == 1
