"""What the doors for models in memory share."""
