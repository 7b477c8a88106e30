"""The operators of a network: their records, shapes and meaning."""
