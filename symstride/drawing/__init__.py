"""Pictures of layers and networks: one scene, written as SVG, TikZ, PNG, PDF or GIF."""
