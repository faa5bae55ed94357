"""What the pages of rules claim of PyTorch holds in the installed one."""

import copy
import math

import pytest

torch = pytest.importorskip("torch")
nn = torch.nn

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(autouse=True)
def seeded() -> None:
    """Each test draws the same numbers."""
    torch.manual_seed(0)


def trained(network: "nn.Module", steps: int = 1, *, clear: bool = True) -> None:
    """Some steps on the sum of what the network answers."""
    optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
    for _ in range(steps):
        if clear:
            optimizer.zero_grad()
        network(torch.ones(4, 3)).sum().backward()
        optimizer.step()


def test_gradients_add_up() -> None:
    """Without zeroing, the second pass adds its gradients to those of the first."""
    layer = nn.Linear(3, 1)
    layer(torch.ones(4, 3)).sum().backward()
    first = layer.weight.grad.clone()
    layer(torch.ones(4, 3)).sum().backward()
    assert torch.equal(layer.weight.grad, 2 * first)


def test_state_dict_follows_the_weights() -> None:
    """A state dict that is kept changes as training goes on; a deep copy does not."""
    network = nn.Linear(3, 1)
    kept, copied = network.state_dict(), copy.deepcopy(network.state_dict())
    trained(network)
    assert torch.equal(kept["weight"], network.weight)
    assert not torch.equal(copied["weight"], network.weight)


def test_functional_dropout_does_not_heed_the_mode() -> None:
    """``F.dropout`` drops in evaluation mode unless it is told the mode; a layer of dropout does not."""
    layer = nn.Dropout(0.5).eval()
    ones = torch.ones(1000)
    assert torch.equal(layer(ones), ones)
    assert not torch.equal(nn.functional.dropout(ones, 0.5), ones)
    assert torch.equal(nn.functional.dropout(ones, 0.5, training=layer.training), ones)


def test_layers_in_a_list_are_no_parameters() -> None:
    """A module does not know the layers that a plain list of its own holds, and knows those of a ModuleList."""

    class Stack(nn.Module):
        def __init__(self, kind: type) -> None:
            super().__init__()
            self.layers = kind([nn.Linear(3, 3), nn.Linear(3, 3)])

    assert not list(Stack(list).parameters())
    assert not Stack(list).state_dict()
    assert len(list(Stack(nn.ModuleList).parameters())) == 4


def test_plain_tensor_is_no_parameter() -> None:
    """A tensor with gradients as a plain attribute is not trained and not saved."""

    class Scale(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.scale = torch.ones(1, requires_grad=True)

    assert not list(Scale().parameters())
    assert not Scale().state_dict()


def test_module_without_initialised_base_takes_no_layers() -> None:
    """A layer cannot be put into a module whose base was not initialised."""

    class Broken(nn.Module):
        def __init__(self) -> None:
            self.layer = nn.Linear(1, 1)

    with pytest.raises(AttributeError, match="before Module"):
        Broken()


def test_cross_entropy_of_softmax_has_a_floor() -> None:
    """With ten classes the loss cannot fall under 1.46 if it is given shares instead of logits."""
    shares = nn.functional.one_hot(torch.tensor([3]), 10).float()
    loss = nn.functional.cross_entropy(shares, torch.tensor([3]))
    assert loss.item() == pytest.approx(math.log(math.e + 9) - 1)
    assert loss.item() > 1.46


def test_cross_entropy_of_one_logit_is_zero() -> None:
    """Over a single class the loss is zero for any output, and so is its gradient."""
    logits = torch.randn(5, 1, requires_grad=True)
    loss = nn.functional.cross_entropy(logits, torch.zeros(5, dtype=torch.long))
    loss.backward()
    assert loss.item() == 0
    assert not logits.grad.any()


def test_shapes_that_broadcast_give_another_loss() -> None:
    """Outputs of shape (N, 1) against targets of shape (N,) compare each with each."""
    outputs = torch.arange(4.0)
    matched = nn.functional.mse_loss(outputs, outputs)
    spread = nn.functional.mse_loss(outputs.unsqueeze(1), outputs)
    assert matched.item() == 0
    assert spread.item() > 0


def test_batch_norm_learns_from_what_it_is_asked_in_training_mode() -> None:
    """A pass in training mode changes the running mean, gradients or not; one in evaluation mode does not."""
    layer = nn.BatchNorm1d(3)
    with torch.no_grad():
        layer(torch.randn(8, 3) + 5)
    asked = layer.running_mean.clone()
    assert asked.abs().sum() > 0
    layer.eval()(torch.randn(8, 3))
    assert torch.equal(layer.running_mean, asked)


def test_misspelt_flag_freezes_nothing() -> None:
    """``require_grad`` is an attribute like any other, and the parameter goes on learning."""
    network = nn.Linear(3, 1)
    for parameter in network.parameters():
        parameter.require_grad = False
    before = network.weight.clone()
    trained(network)
    assert not torch.equal(before, network.weight)


def test_tensor_methods_leave_their_tensor_alone() -> None:
    """``x.clamp(...)`` gives a new tensor, ``module.to(...)`` changes the module itself."""
    tensor = torch.ones(3)
    tensor.clamp(0, 0.5)
    tensor.double()
    assert tensor.dtype == torch.float32
    assert torch.equal(tensor, torch.ones(3))
    network = nn.Linear(1, 1)
    network.double()
    assert network.weight.dtype == torch.float64


def test_clipping_after_the_step_changes_nothing() -> None:
    """Gradients that are bounded after the step have been used already."""
    plain, late = nn.Linear(3, 1), nn.Linear(3, 1)
    late.load_state_dict(plain.state_dict())
    for network, clips in ((plain, False), (late, True)):
        optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
        for _ in range(3):
            optimizer.zero_grad()
            (100 * network(torch.ones(4, 3))).sum().backward()
            optimizer.step()
            if clips:
                nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    assert torch.equal(plain.weight, late.weight)


def test_layers_with_equal_weights_stay_equal() -> None:
    """Units that begin alike get the same gradient and stay alike."""
    network = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1))
    for layer in (network[0], network[2]):
        nn.init.constant_(layer.weight, 0.1)
        nn.init.zeros_(layer.bias)
    trained(network, steps=5)
    rows = network[0].weight
    assert torch.allclose(rows, rows[0].expand_as(rows))


def test_parameter_made_after_the_optimizer_is_not_trained() -> None:
    """An optimizer changes the parameters it was given, not a head that is put in later."""
    network = nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 1))
    optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
    network[1] = nn.Linear(3, 1)
    before = network[1].weight.clone()
    network(torch.ones(4, 3)).sum().backward()
    optimizer.step()
    assert torch.equal(before, network[1].weight)


def test_sampler_without_epoch_repeats_its_order() -> None:
    """A distributed sampler gives the same order in each epoch until it is told the epoch."""
    sampler = torch.utils.data.DistributedSampler(list(range(50)), num_replicas=2, rank=0, shuffle=True, seed=1)
    first = list(sampler)
    assert list(sampler) == first
    sampler.set_epoch(1)
    assert list(sampler) != first


def test_mean_of_batch_means_is_not_the_mean() -> None:
    """A last batch that is smaller counts as much as a full one in a mean of means."""
    losses = torch.tensor([1.0, 1.0, 1.0, 1.0, 9.0])
    batches = losses.split(4)
    assert sum(batch.mean() for batch in batches) / len(batches) == 5.0
    assert sum(batch.sum() for batch in batches) / len(losses) == pytest.approx(2.6)


def test_schedule_before_the_step_skips_its_first_rate() -> None:
    """PyTorch itself warns where a schedule is turned before the optimizer."""
    optimizer = torch.optim.SGD(nn.Linear(1, 1).parameters(), lr=0.1)
    schedule = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1)
    with pytest.warns(UserWarning, match="lr_scheduler.step"):
        schedule.step()


def test_logarithm_of_a_share_that_vanishes() -> None:
    """Softmax gives exact zeros, whose logarithm is infinite; log_softmax stays finite."""
    logits = torch.tensor([200.0, 0.0])
    assert torch.isinf(torch.log(torch.softmax(logits, 0))).any()
    assert torch.isfinite(torch.log_softmax(logits, 0)).all()
