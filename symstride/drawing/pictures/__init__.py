"""One file for each kind of picture: from a layer's numbers to a scene."""
