"""Rows and columns are brought into a shape that the model, its target and its test do not share."""
