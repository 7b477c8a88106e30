"""How each cost grows with each hyper-parameter: points, measurement, fits and plots."""
