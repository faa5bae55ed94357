from collections.abc import Callable

import pytest

from heldout.events import Fit, Score
from heldout.events.training import Forward, Mode, Restore, Save, Step
from heldout.trace import Trace

Read = Callable[[str], Trace]
BEFORE = """
import copy, torch
from torch import nn
from torchvision import datasets, models
from torch.utils.data import DataLoader
class Net(nn.Module):
    def __init__(self, kind=nn.ReLU):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(4, 8), nn.ReLU())
        self.head = nn.Linear(8, 2)
    def forward(self, x):
        return self.head(self.body(x))
    def loss(self, x, y):
        return nn.functional.cross_entropy(self(x), y)
seen = DataLoader(datasets.MNIST("d", train=True))
unseen = DataLoader(datasets.MNIST("d", train=False))
loss_of = nn.CrossEntropyLoss()
"""
TRAINED = """
for x, y in seen:
    opt.zero_grad()
    loss_of(net(x), y).backward()
    opt.step()
"""


def fits_of(trace: Trace) -> set[tuple[str, str]]:
    """Which networks were fitted on which rows."""
    return {(fit.written, str(fit.rows).rpartition(" / ")[2]) for fit in trace.of(Fit)}


@pytest.mark.parametrize(
    "made",
    [
        "net = Net(); opt = torch.optim.Adam(net.parameters())",
        "net = Net().to('cuda'); opt = torch.optim.Adam(net.parameters())",
        "net = models.resnet18(); net.fc = nn.Linear(5, 2); opt = torch.optim.Adam(net.fc.parameters())",
        "net = nn.DataParallel(Net()); opt = torch.optim.SGD([p for p in net.parameters() if p.requires_grad], lr=1)",
        "net = torch.compile(Net()); opt = torch.optim.AdamW([{'params': net.parameters(), 'lr': 1}])",
        "from mine import Other; net = Other(5); opt = torch.optim.Adam(filter(bool, net.parameters()))",
        "from mine import build; net, opt = build()",
        "from mine import Other, make; net = Other(); opt = make(net); net.train(); net.state_dict()",
    ],
)
def test_what_is_a_network(read: Read, made: str) -> None:
    """Networks of the program, of libraries and of modules that are not seen are fitted on the rows of the loop."""
    trace = read(f"{BEFORE}{made}\n{TRAINED}")
    if "build" in made:
        assert not list(trace.of(Fit))  # Nothing tells that it is a network.
    else:
        assert {rows for _, rows in fits_of(trace)} == {"train"}


def test_parts_belong_to_their_network(read: Read) -> None:
    """What a method of a network does with its parts is done by the network."""
    trace = read(f"""{BEFORE}
net = Net()
opt = torch.optim.Adam(net.parameters())
for x, y in seen:
    net.loss(x, y).backward()
    opt.step()
    (net.head(net.body(x)) - y).mean()
""")
    assert fits_of(trace) == {("net", "train")}
    assert {event.model for event in trace.of(Forward)} == {"Net"}


def test_own_loss_is_no_network(read: Read) -> None:
    """A module without weights that is given output and truth is a loss: what it computes is followed."""
    trace = read(f"""{BEFORE}
class Focal(nn.Module):
    def forward(self, output, truth):
        return ((1 - output) ** 2 * nn.functional.cross_entropy(output, truth, reduction="none")).mean()
loss_of = Focal()
net = Net()
opt = torch.optim.Adam(net.parameters())
{TRAINED}""")
    assert fits_of(trace) == {("net", "train")}
    assert {event.model for event in trace.of(Forward)} == {"Net"}


@pytest.mark.parametrize(
    ("made", "two_modes"),
    [
        ("net = Net()", False),
        ("net = nn.Sequential(nn.Linear(1, 1), nn.Dropout(0.1))", True),
        ("net = Net(); net.body = nn.BatchNorm1d(3)", True),
        ("net = models.resnet18()", True),
        ("from mine import Other; net = Other(); net.eval()", None),
    ],
)
def test_layers_with_two_modes(read: Read, made: str, two_modes: bool | None) -> None:
    """A pass tells whether its network behaves differently in training, unless its parts are not seen."""
    trace = read(f"{BEFORE}{made}\nfor x, y in seen: net(x)")
    assert next(trace.of(Forward)).two_modes is two_modes


def test_train_with_a_flag(read: Read) -> None:
    """`train(False)` sets evaluation, and a flag that is not known leaves the mode unknown."""
    trace = read(f"{BEFORE}net = Net()\nnet.train(False)\nnet.train(flag)\nnet.train()")
    assert [event.value for event in trace.of(Mode)] == ["eval", "unknown", "train"]


def test_generator_and_discriminator(read: Read) -> None:
    """An optimizer changes the network whose parameters it was given, and no other that has gradients."""
    trace = read(f"""{BEFORE}
maker, judge = Net(), Net()
by_maker, by_judge = torch.optim.Adam(maker.parameters()), torch.optim.Adam(judge.parameters())
for x, y in seen:
    by_judge.zero_grad()
    made = maker(torch.randn(8, 4))
    (judge(x).mean() - judge(made.detach()).mean()).backward()
    by_judge.step()
    by_maker.zero_grad()
    judge(made).mean().backward()
    by_maker.step()
""")
    steps = [(step.written, [learner.written for learner in step.learners]) for step in trace.of(Step)]  # type: ignore[attr-defined]
    assert steps[:2] == [("by_judge", ["judge"]), ("by_maker", ["maker"])]


def test_figures_in_training_are_progress(read: Read) -> None:
    """Figures of a pass whose loss is propagated back claim nothing, whether computed before it or after."""
    trace = read(f"""{BEFORE}
net = Net()
opt = torch.optim.Adam(net.parameters())
for x, y in seen:
    out = net(x)
    print("before", (out.argmax(1) == y).float().mean())
    loss = loss_of(out, y)
    loss.backward()
    opt.step()
    print("after", (out.argmax(1) == y).float().mean(), loss.item())
for x, y in unseen:
    print("test", (net(x).argmax(1) == y).float().mean())
""")
    assert {score.progress for score in trace.of(Score) if "train" in str(score.rows)} == {True}
    assert {str(score.rows).rpartition(" / ")[2] for score in trace.scores if score.reported} == {"test"}


def test_either_way_to_a_loss_is_training(read: Read) -> None:
    """A loss that comes of one of two passes, or is the sum of two, trains by both of them."""
    trace = read(f"""{BEFORE}
net, other = Net(), Net()
opt = torch.optim.Adam([*net.parameters(), *other.parameters()])
for x, y in seen:
    if torch.rand(()) < 0.5:
        loss = loss_of(net(2 * x), y)
    else:
        loss = loss_of(net(x), y)
    (loss + loss_of(other(x), y)).backward()
    opt.step()
""")
    assert [score.progress for score in trace.of(Score) if "train" in str(score.rows)][:3] == [True] * 3
    assert {fit.written for fit in trace.of(Fit)} == {"net", "other"}


def test_state_brings_back_what_was_learned(read: Read) -> None:
    """A network that gets the state of another one has learned what that one had."""
    trace = read(f"""{BEFORE}
net = Net()
opt = torch.optim.Adam(net.parameters())
{TRAINED}
twin = Net()
twin.load_state_dict(copy.deepcopy(net.state_dict()))
for x, y in unseen:
    print((twin(x).argmax(1) == y).float().mean())
""")
    fit = next(trace.of(Fit))
    assert next(score.fits for score in trace.scores if score.written == "twin") == (fit,)


def test_several_outputs_are_of_the_same_rows(read: Read) -> None:
    """A network that gives logits and probabilities gives both for the rows that it was called with."""
    trace = read(f"""{BEFORE}
net = Net()
opt = torch.optim.Adam(net.parameters())
for x, y in seen:
    logits, shares = net(x)
    loss_of(logits, y).backward()
    opt.step()
""")
    assert fits_of(trace) == {("net", "train")}


@pytest.mark.parametrize(
    ("layer", "two_modes"),
    [
        ("nn.LSTM(4, 8, 2, dropout=0.3)", True),
        ("nn.LSTM(4, 8, dropout=0.3)", False),
        ("nn.TransformerEncoderLayer(8, 2)", True),
        ("nn.TransformerEncoderLayer(8, 2, dropout=0.0)", False),
        ("nn.InstanceNorm2d(4)", False),
        ("nn.Dropout(p=0)", False),
    ],
)
def test_options_that_make_two_modes(read: Read, layer: str, two_modes: bool) -> None:
    """Dropout counts where it drops something, and instance normalisation is the same in both modes."""
    trace = read(f"{BEFORE}net = nn.Sequential({layer})\nfor x, y in seen: net(x)")
    assert next(trace.of(Forward)).two_modes is two_modes


def test_passes_without_gradients_teach_others(read: Read) -> None:
    """A pass without gradients is not trained by the loss that its output takes part in, and teaches another network."""
    trace = read(f"""{BEFORE}
teacher, net = Net(), Net()
for x, y in seen:
    with torch.no_grad():
        goal = teacher(x)
    nn.functional.mse_loss(net(x), goal).backward()
""")
    found = {event.written: (event.trained, event.teaches) for event in trace.of(Forward) if event.written}
    assert found == {"teacher": (False, True), "net": (True, False)}


@pytest.mark.parametrize(
    ("kept", "alias"),
    [
        ("state = net.state_dict()", True),
        ("state = copy.copy(net.state_dict())", True),
        ("state = copy.deepcopy(net.state_dict())", False),
        ("state = {name: value.clone() for name, value in net.state_dict().items()}", False),
    ],
)
def test_a_state_is_the_very_tensors_until_it_is_copied(read: Read, kept: str, alias: bool) -> None:
    """What is loaded or saved tells whether it is what `state_dict` gave, or a copy of it."""
    text = f"import copy, torch\nfrom torch import nn\nnet = nn.Linear(4, 2)\n{kept}\n"
    trace = read(f"{text}torch.save(state, 'net.pt')\nnet.load_state_dict(state)\n")
    (restored,) = trace.of(Restore)
    assert (restored.alias is not None) is alias
    assert all((one.alias is not None) is alias for one in trace.of(Save))
