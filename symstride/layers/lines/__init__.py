"""A layer from a pasted line of code, which is parsed and never run."""
