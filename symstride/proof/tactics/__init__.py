"""Untrusted ways to find derivations."""
