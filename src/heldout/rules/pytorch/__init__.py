"""Modes, gradients and tensors of PyTorch are not in the state in which they are used."""
