"""Doors for other people's models.  Each file imports its framework inside functions only."""
