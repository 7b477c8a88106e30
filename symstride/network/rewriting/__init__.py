"""From a network to one without strides."""
