"""How statements are written: syntax, definitions, meaning."""
