"""From a Keras model to a network, layer by layer in the order that Keras itself runs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

from symstride.adapters.keras.call import KerasCall
from symstride.adapters.keras.layers import LAYERS, OF_APPLICATIONS, REFUSED, operation
from symstride.adapters.live.call import Value
from symstride.errors import InternalError, NotSupported, SpecError, SymstrideError
from symstride.network.graph import Builder, Network
from symstride.network.operators.records import Shape

Sizes = Sequence[int] | Mapping[str, Sequence[int]] | None


def read_keras(model: Any, input_size: Sizes) -> Network:
    """The network of a model."""
    graph = functional(model, "from_keras(model)")
    reading = KerasReading(Builder(model.name, _dtype(graph)), _channels_last(graph))
    inputs = reading.inputs(graph, input_size)
    outputs = reading.model(graph, inputs, "")
    return reading.build.network(*(value.name for value in outputs))


def channels_last_model(model: Any) -> bool:
    """Whether a model that can be read has the channels of its maps last."""
    return _channels_last(functional(model, "from_keras(model)"))


def functional(model: Any, asked: str) -> Any:
    """The functional model inside: what a Sequential makes of its layers once it is built."""
    keras = keras_module()
    if not isinstance(model, keras.Model):
        raise SpecError(asked, "a keras.Model", type(model).__name__, "pass the live model; from_onnx reads files")
    if isinstance(model, keras.Sequential):
        if not model.built or getattr(model, "_functional", None) is None:
            raise SpecError(asked, "a model that is built", "one without an input", "start it with keras.Input(shape)")
        model = model._functional
    if not hasattr(model, "_nodes_by_depth"):
        hint = "write it with the functional interface"
        raise NotSupported(asked, "a functional or Sequential model", f"{type(model).__name__}, a subclass", hint)
    return model


def keras_module() -> Any:
    """Keras, or how to get it."""
    try:
        return import_module("keras")
    except ImportError:
        hint = "pip install 'symstride[keras,torch]'"
        raise NotSupported("from_keras(model)", "an installed keras that loads", "none", hint) from None


def _dtype(graph: Any) -> str:
    import keras

    return str(next((layer.variable_dtype for layer in _layers(graph) if layer.weights), keras.config.floatx()))


def _channels_last(graph: Any) -> bool:
    formats = {layer.name: layer.data_format for layer in _layers(graph) if getattr(layer, "data_format", None)}
    if len(set(formats.values())) > 1:
        odd = {word: name for name, word in formats.items()}
        got = ", ".join(f"{name!r} {word}" for word, name in sorted(odd.items()))
        hint = "give all layers, Flatten too, one data_format"
        raise NotSupported("from_keras(model)", "one data format in the whole model", got, hint)
    return "channels_first" not in formats.values()


def _layers(graph: Any) -> Iterator[Any]:
    for layer in graph.layers:
        if hasattr(layer, "layers"):
            yield from _layers(layer)
        else:
            yield layer


def _reader(layer: Any) -> Any:
    """Who reads the layer: by its own class, of ``keras.layers`` or of ``keras.applications``; None if nobody does."""
    import keras

    kind = type(layer)
    if getattr(keras.layers, kind.__name__, None) is kind:
        return LAYERS.get(kind.__name__)
    return OF_APPLICATIONS.get(f"{kind.__module__}.{kind.__qualname__}")


class KerasReading:
    """The calls read so far."""

    def __init__(self, build: Builder, channels_last: bool) -> None:
        self.build, self.channels_last = build, channels_last

    def inputs(self, graph: Any, given: Sizes) -> list[Value]:
        """The inputs of the model, channels first, with sizes that it leaves open taken from the caller."""
        names = [tensor._keras_history.operation.name for tensor in graph.inputs]
        sizes = dict(given) if isinstance(given, Mapping) else {} if given is None else {names[0]: given}
        unknown = sorted(set(sizes) - set(names))
        if unknown:
            raise SpecError("from_keras(model, input_size)", f"inputs {', '.join(names)}", unknown[0], "correct it")
        return [self._input(name, tensor, sizes.get(name)) for name, tensor in zip(names, graph.inputs, strict=True)]

    def _input(self, name: str, tensor: Any, given: Sequence[int] | None) -> Value:
        declared = self._first(tuple(tensor.shape[1:]))
        size = declared if given is None else tuple(given)
        agree = len(size) == len(declared) and all(n in (None, m) for n, m in zip(declared, size, strict=True))
        if not size or not agree or any(type(n) is not int or n < 1 for n in size):
            hint = f"pass input_size={{{name!r}: (channels, height, width)}}, channels first and without the batch"
            raise SpecError(f"from_keras, input {name!r}", f"positive sizes that fit {declared}", f"{size}", hint)
        if tensor.dtype != self.build.dtype:
            got, hint = str(tensor.dtype), "convert in front of the model"
            raise NotSupported(f"from_keras, input {name!r}", f"inputs of {self.build.dtype}", got, hint)
        return Value(self.build.input(name, size))

    def _first(self, shape: Shape) -> Shape:
        """A shape of the model with its channels in front."""
        return (shape[-1], *shape[:-1]) if self.channels_last and len(shape) > 1 else shape

    # ------------------------------------------------------------ calls

    def model(self, graph: Any, inputs: Sequence[Value], prefix: str) -> list[Value]:
        """A model on these values: all its calls, deepest first."""
        values = {id(tensor): value for tensor, value in zip(graph.inputs, inputs, strict=True)}
        for _, nodes in sorted(graph._nodes_by_depth.items(), reverse=True):
            for node in nodes:
                if id(node.outputs[0]) not in values:
                    found = self._call(node, values, prefix)
                    values |= {id(tensor): value for tensor, value in zip(node.outputs, found, strict=True)}
        return [values[id(tensor)] for tensor in graph.outputs]

    def _call(self, node: Any, values: Mapping[int, Value], prefix: str) -> list[Value]:
        layer = node.operation
        owner = f"{prefix}{layer.name}"
        call = KerasCall("from_keras", self.build, owner, type(layer).__name__, owner, layer, self.channels_last)
        try:
            found = self._read(call, node, values)
        except SymstrideError as why:
            if why.asked.startswith("from_keras"):
                raise
            raise type(why)(f"{call.asked}: {why.asked}", why.expected, why.got, why.hint) from None
        for value, tensor in zip(found, node.outputs, strict=True):
            self._check_shape(call, value, tensor)
        return found

    def _read(self, call: KerasCall, node: Any, values: Mapping[int, Value]) -> list[Value]:
        import keras

        self._check_call(call, node)
        inputs = [values[id(tensor)] for tensor in node.input_tensors]
        if isinstance(call.layer, keras.Model):
            return self.model(functional(call.layer, call.asked), inputs, f"{call.owner}/")
        if not isinstance(call.layer, keras.layers.Layer):
            arguments = [values.get(id(one), one) for one in node.arguments.args]
            found = operation(call, arguments)
            if found is None:
                raise call.unsupported("a supported function of keras.ops", call.kind, "use a layer in its place")
            return [found]
        self._check_layer(call)
        return [_reader(call.layer)(call, *inputs)]

    def _check_call(self, call: KerasCall, node: Any) -> None:
        given = {name: value for name, value in node.arguments.kwargs.items() if value is not None}
        given = {name: value for name, value in given.items() if (name, value) != ("training", False)}
        got = ", ".join(f"{name}={value!r}" for name, value in given.items())[:80]
        call.must(not given, "a call of values alone", got, "leave other arguments out, training=True too")
        named = any(isinstance(one, Mapping) for one in node.arguments.args)
        call.must(not named, "values one by one, or in a list", "a dictionary", "call the inner model with a list")

    def _check_layer(self, call: KerasCall) -> None:
        layer = call.layer
        if _reader(layer) is None:
            hint = REFUSED.get(call.kind, "replace it by supported layers")
            raise call.unsupported("a supported layer of keras.layers, and no subclass of one", call.kind, hint)
        types = {layer.compute_dtype, layer.variable_dtype} if layer.weights else {layer.compute_dtype}
        plain = types == {self.build.dtype} and getattr(layer, "quantization_mode", None) is None
        call.must(plain, f"weights and numbers of {self.build.dtype}", str(layer.dtype_policy), "use one plain dtype")

    def _check_shape(self, call: KerasCall, value: Value, tensor: Any) -> None:
        """What Keras says about the size must be what the network has."""
        declared, found = self._first(tuple(tensor.shape[1:])), self.build.shapes[value.name]
        if len(declared) != len(found) or any(n not in (None, m) for n, m in zip(declared, found, strict=True)):
            hint = "please report the layer with its arguments"
            raise InternalError(call.asked, f"shape {declared}, as Keras declares", f"{found}", hint)
