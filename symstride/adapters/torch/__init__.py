"""Networks from PyTorch modules."""
