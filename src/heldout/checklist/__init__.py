"""The reproducibility checklist of a project: what of it can be had again, and the lines and files that prove it."""
