from collections.abc import Callable

import pytest

from heldout.trace import Trace

Read = Callable[[str], Trace]


def recipes(read: Read, made: str) -> list[str]:
    """The recipes of the models that a program scores, in order."""
    program = f"from sklearn import *\nfrom sklearn.pipeline import make_pipeline\n{made}"
    trace = read(program)
    return [trace.recipes[score] for score in trace.scores]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("SVC(C=1)", "SVC(C=1)", True),
        ("SVC(C=1)", "SVC(C=2)", False),
        ("SVC(C=1, random_state=0)", "SVC(random_state=1, C=1)", True),
        ("SVC()", "Ridge()", False),
        ("make_pipeline(PCA(2), SVC())", "make_pipeline(PCA(3), SVC())", False),
        ("make_pipeline(PCA(2), SVC())", "make_pipeline(PCA(2), SVC())", True),
        ("BaggingClassifier(SVC(C=1))", "BaggingClassifier(SVC(C=2))", False),
        ("SVC(C=unknown_one)", "SVC(C=unknown_two)", True),
        ("MLPClassifier(hidden_layer_sizes=[9, 9])", "MLPClassifier(hidden_layer_sizes=[9])", False),
    ],
)
def test_models_made_alike(read: Read, one: str, other: str, alike: bool) -> None:
    """Two models have one recipe if their classes, arguments and steps are the same; seeds and open arguments aside."""
    imports = (
        "from sklearn.svm import SVC\nfrom sklearn.linear_model import Ridge\nfrom sklearn.decomposition import PCA\n"
    )
    imports += "from sklearn.ensemble import BaggingClassifier\nfrom sklearn.neural_network import MLPClassifier\n"
    found = recipes(read, imports + "".join(f"{made}.fit(A, a).score(B, b)\n" for made in (one, other)))
    assert len(found) == 2
    assert (found[0] == found[1]) is alike
