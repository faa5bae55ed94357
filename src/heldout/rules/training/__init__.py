"""Losses, gradients, loops and what is kept of a training do not do what the program means."""
