"""What the expanded form costs in practice: ``python -m benchmarks.forms`` writes forms.json and forms.md.

Ten layers, each strided, with unit stride and then subsampled, and expanded on phases, in PyTorch and in ONNX Runtime;
beside the times, as ratios to the strided layer, what the counts of ``symstride.forms`` predict.
"""
