"""Networks: layers as a graph, its evaluation, and the removal of strides."""
