"""Figures as ratios of two times measured in one run.

``python -m benchmarks`` measures everything, writes the tables and draws the plots that docs/benchmarks.md shows.
"""
