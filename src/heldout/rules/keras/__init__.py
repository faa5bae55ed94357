"""Mistakes of programs with Keras and TensorFlow."""
