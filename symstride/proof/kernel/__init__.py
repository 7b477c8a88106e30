"""What is trusted: terms, rules and the replay of certificates."""
