"""Which generators a seeding call fixes, and which one a draw from a library's global generator uses.

Generators are named ``python``, ``numpy``, ``torch`` (all of PyTorch's, of every device), ``torch.cuda``, ``torch.mps`` and
``torch.xpu`` (those of the devices alone), ``tensorflow``, ``polars`` and ``cupy``.
"""

_ALL_OF_TORCH = ("python", "numpy", "torch")

#: Qualified name of a seeding function to the generators it seeds.
SEEDS: dict[str, tuple[str, ...]] = {
    "random.seed": ("python",),
    "random.setstate": ("python",),
    "numpy.random.seed": ("numpy",),
    "numpy.random.set_state": ("numpy",),
    "cupy.random.seed": ("cupy",),
    "polars.set_random_seed": ("polars",),
    "torch.manual_seed": ("torch",),
    "torch.random.manual_seed": ("torch",),
    "torch.set_rng_state": ("torch",),
    # These leave the generator of the processor as it is; weights are drawn there unless made on the device.
    "torch.cuda.manual_seed": ("torch.cuda",),
    "torch.cuda.manual_seed_all": ("torch.cuda",),
    "torch.mps.manual_seed": ("torch.mps",),
    "torch.xpu.manual_seed": ("torch.xpu",),
    "torch.xpu.manual_seed_all": ("torch.xpu",),
    "tensorflow.random.set_seed": ("tensorflow",),
    "tensorflow.set_random_seed": ("tensorflow",),
    "tensorflow.random.set_random_seed": ("tensorflow",),
    "tensorflow.compat.v1.set_random_seed": ("tensorflow",),
    "tensorflow.compat.v1.random.set_random_seed": ("tensorflow",),
    "tensorflow.keras.utils.set_random_seed": ("python", "numpy", "tensorflow"),
    "keras.utils.set_random_seed": ("python", "numpy", "tensorflow", "torch"),
    "tf_keras.utils.set_random_seed": ("python", "numpy", "tensorflow"),
    "lightning.seed_everything": _ALL_OF_TORCH,
    "lightning.pytorch.seed_everything": _ALL_OF_TORCH,
    "lightning.fabric.seed_everything": _ALL_OF_TORCH,
    "pytorch_lightning.seed_everything": _ALL_OF_TORCH,
    "pytorch_lightning.utilities.seed.seed_everything": _ALL_OF_TORCH,
    "lightning_fabric.seed_everything": _ALL_OF_TORCH,
    "transformers.set_seed": (*_ALL_OF_TORCH, "tensorflow"),
    "transformers.trainer_utils.set_seed": (*_ALL_OF_TORCH, "tensorflow"),
    "transformers.enable_full_determinism": (*_ALL_OF_TORCH, "tensorflow"),
    "accelerate.utils.set_seed": _ALL_OF_TORCH,
    "accelerate.utils.random.set_seed": _ALL_OF_TORCH,
    "fastai.torch_core.set_seed": _ALL_OF_TORCH,
    "fastai.vision.all.set_seed": _ALL_OF_TORCH,
    "fastai.tabular.all.set_seed": _ALL_OF_TORCH,
    "fastai.text.all.set_seed": _ALL_OF_TORCH,
}

#: Root name of a library to the generator that its unseeded draws use.
GENERATORS: dict[str, str] = {
    "random": "python",
    "numpy": "numpy",
    "scipy": "numpy",
    "sklearn": "numpy",
    "imblearn": "numpy",
    "pandas": "numpy",
    "statsmodels": "numpy",
    "category_encoders": "numpy",
    "feature_engine": "numpy",
    "umap": "numpy",
    "openTSNE": "numpy",
    "gensim": "numpy",
    "mlxtend": "numpy",
    "skopt": "numpy",
    "datasets": "numpy",
    "cupy": "cupy",
    "polars": "polars",
    "torch": "torch",
    "torchvision": "torch",
    "torchaudio": "torch",
    "lightning": "torch",
    "pytorch_lightning": "torch",
    "transformers": "torch",
    "skorch": "torch",
    "fastai": "torch",
    "tensorflow": "tensorflow",
    "tf": "tensorflow",
    "keras": "tensorflow",
    "tf_keras": "tensorflow",
    "keras_preprocessing": "numpy",
}

#: For each generator the statements that seed it, each with the module that it is written with, the usual name of that
#: module, and its form; the first whose module a program has imported fits it, else the last with an import.
STATEMENTS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "python": (("random", "random", "{}.seed(0)"),),
    "numpy": (("numpy", "np", "{}.random.seed(0)"),),
    "torch": (("torch", "torch", "{}.manual_seed(0)"),),
    "tensorflow": (("tensorflow", "tf", "{}.random.set_seed(0)"),),
    "keras": (
        ("tensorflow.keras", "keras", "{}.utils.set_random_seed(0)"),
        ("tensorflow", "tf", "{}.keras.utils.set_random_seed(0)"),
        ("keras", "keras", "{}.utils.set_random_seed(0)"),
    ),
}


def seeded(qualified: str) -> tuple[str, ...]:
    """The generators that the seeding function `qualified` fixes; empty if it is none."""
    root, _, rest = qualified.partition(".")
    return SEEDS.get(f"tensorflow.{rest}" if root == "tf" else qualified, ())


def generator_of(qualified: str) -> str | None:
    """The generator that a draw by `qualified` uses when it is given no seed of its own."""
    return GENERATORS.get(qualified.partition(".")[0])
