from collections.abc import Callable

import pytest

from heldout.trace import Trace

Read = Callable[[str], Trace]
BEFORE = """
import evaluate, torch, torchmetrics
from torch import nn
from torchvision import datasets
from torch.utils.data import DataLoader
unseen = DataLoader(datasets.MNIST("d", train=False))
net = nn.Linear(4, 2)
"""


@pytest.mark.parametrize(
    ("lines", "function"),
    [
        ("m = torchmetrics.Accuracy()\nfor x, y in unseen: m(net(x), y)\nprint(m.compute())", "Accuracy"),
        ("m = torchmetrics.F1Score()\nfor x, y in unseen: m.update(net(x), y)\nprint(m.compute())", "F1Score"),
        (
            "m = evaluate.load('f1')\nfor b in unseen:\n    m.add_batch(predictions=net(b[0]).argmax(-1), references=b[1])\nprint(m.compute())",
            "load",
        ),
        (
            "right = 0\nfor x, y in unseen:\n    right += net(x).argmax(1, keepdim=True).eq(y.view(-1, 1)).sum().item()\nprint(right / len(unseen.dataset))",
            "sum of a comparison",
        ),
        (
            "def top(out, y):\n    _, best = out.topk(5, 1)\n    return best.t().eq(y.view(1, -1).expand_as(best))[:5].reshape(-1).float().sum(0)\nfor x, y in unseen: print(top(net(x), y))",
            "sum of a comparison",
        ),
        (
            "right = 0\nfor x, y in unseen:\n    _, best = torch.max(net(x).data, 1)\n    right += torch.sum(best == y.data)\nprint(right)",
            "sum of a comparison",
        ),
        (
            "said, true = [], []\nfor x, y in unseen:\n    said.extend(net(x).max(1)[1].tolist())\n    true += y.tolist()\nprint(f1_score(true, said))",
            "f1_score",
        ),
        (
            "said, true = [], []\nfor x, y in unseen:\n    said.append(net(x).argmax(1).cpu().numpy())\n    true.append(y.numpy())\nprint(accuracy_score(np.concatenate(true), np.concatenate(said)))",
            "accuracy_score",
        ),
        ("total = 0\nfor x, y in unseen: total += nn.functional.mse_loss(net(x), y).item()\nprint(total)", "mse_loss"),
        (
            "def judge():\n    return sum((net(x) - y).abs().mean() for x, y in unseen)\nprint(judge())",
            "mean of a comparison",
        ),
    ],
)
def test_figures_over_batches(read: Read, lines: str, function: str) -> None:
    """A figure that is gathered batch by batch is a score of the network on the rows of the loader, and is reported."""
    scores = [score for score in read(f"from sklearn.metrics import *\n{BEFORE}{lines}\n").scores if not score.implied]
    assert {(score.function, str(score.rows), score.written) for score in scores} == {
        (function, "MNIST@7 / test", "net")
    }
    assert any(score.reported for score in scores)


def test_reset_forgets(read: Read) -> None:
    """A metric that is reset tells only what it is fed afterwards."""
    trace = read(
        f"{BEFORE}m = torchmetrics.Accuracy()\nfor x, y in unseen: m.update(net(x), y)\nm.reset()\nprint(m.compute())"
    )
    assert not any(score.reported for score in trace.scores)
