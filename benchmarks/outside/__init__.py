"""Identities by others in the field, and false variants of them: ``python -m benchmarks.outside``.

The texts in ``identities/`` and ``false.toml`` were written before any proof was tried, and stay word for word;
``steps.toml`` was added afterwards.
"""
