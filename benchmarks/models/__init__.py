"""Models that nobody here wrote: what of them goes through the doors, and with what proof."""
