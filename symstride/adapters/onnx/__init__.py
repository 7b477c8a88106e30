"""Networks from ONNX models and back."""
