"""Figures as ratios of two times measured in one run:  ``python -m benchmarks``  writes ``benchmarks/results.md``."""
