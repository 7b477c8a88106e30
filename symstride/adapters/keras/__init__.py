"""Networks from Keras models."""
