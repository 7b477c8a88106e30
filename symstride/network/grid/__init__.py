"""The grid of a network: cells, what is read, ghosts, and the plan."""
