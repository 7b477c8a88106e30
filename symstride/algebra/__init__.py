"""What a layer means: the convolution tensor, operators on signals, and the expanded filter bank."""
