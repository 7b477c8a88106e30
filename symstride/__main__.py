"""``python -m symstride`` is ``symstride``."""

from symstride.cli import command

if __name__ == "__main__":
    command()
