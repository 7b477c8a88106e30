"""What a layer is: one axis, one layer, and how to read one from a pasted line."""
