"""Held-out rows, or what they tell, reach a model before it is judged on them."""
