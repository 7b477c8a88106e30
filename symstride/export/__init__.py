"""Writing proofs down: folders, certificates, Rocq files."""
