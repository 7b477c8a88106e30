"""Certificates of ``equal``: cuts, and how each segment between them was settled, for anyone to repeat."""
