"""What the prover takes for the identities of the catalogue: ``python -m benchmarks.prover``."""
