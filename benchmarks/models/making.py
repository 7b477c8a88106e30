"""How the models of the list are made: from code and configurations of their packages, with random weights."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Listed:
    """One model of the list: its package, how it is made, its family, its name and the size of its input."""

    package: str
    make: str
    family: str
    name: str
    size: tuple[int, ...]


def listed() -> list[Listed]:
    """All models, in the order of the list."""
    groups = tomllib.loads((HERE / "list.toml").read_text(encoding="utf-8"))["group"]
    return [
        Listed(group["package"], group["make"], group["family"], name, tuple(group["size"]))
        for group in groups
        for name in group["names"]
    ]


def made(one: Listed) -> tuple[Any, Any]:
    """(the model, the size of its input as ``symstride.read`` takes it, or None)."""
    if one.make not in ("keras", "file"):
        _declare_nms()
    return MAKERS[one.make](one.name, one.size)


def _declare_nms() -> None:
    """torchvision describes operators of its own as it loads, which it lacks beside a PyTorch for CPUs."""
    import torch

    for name in ("nms", "qnms"):
        with contextlib.suppress(RuntimeError):  # it is there
            torch.library.define(f"torchvision::{name}", "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")


def _timm(name: str, size: Sequence[int]) -> Any:
    timm = importlib.import_module("timm")
    model = timm.create_model(name, pretrained=False).eval()
    fixed = getattr(model, "default_cfg", {}).get("fixed_input_size") or "_240" in name or "_256" in name
    return model, tuple(model.default_cfg["input_size"]) if fixed else tuple(size)


def _pytorchcv(name: str, size: Sequence[int]) -> Any:
    provider = importlib.import_module("pytorchcv.model_provider")
    return provider.get_model(name, pretrained=False).eval(), tuple(size)


def _smp(name: str, size: Sequence[int]) -> Any:
    package = importlib.import_module("segmentation_models_pytorch")
    return getattr(package, name)("resnet18", encoder_weights=None).eval(), tuple(size)


def _torchvision(path: str) -> Callable[[str, Sequence[int]], Any]:
    def make(name: str, size: Sequence[int]) -> Any:
        home = importlib.import_module(f"torchvision.models{path}")
        inside = {"weights": None} | ({"weights_backbone": None} if path == ".segmentation" else {})
        return getattr(home, name)(**inside).eval(), tuple(size)

    return make


def _ultralytics(name: str, size: Sequence[int]) -> Any:
    tasks = importlib.import_module("ultralytics.nn.tasks")
    kind = "SegmentationModel" if name.endswith("-seg") else "PoseModel" if name.endswith("-pose") else "DetectionModel"
    return getattr(tasks, kind)(f"{name}.yaml", verbose=False).eval(), tuple(size)


_MONAI: Mapping[str, Mapping[str, Any]] = {
    "UNet": {"spatial_dims": 3, "in_channels": 1, "out_channels": 2, "channels": (8, 16, 32), "strides": (2, 2),
             "norm": "batch"},
    "BasicUNet": {"spatial_dims": 3, "features": (8, 8, 16, 32, 64, 8), "norm": "batch"},
    "VNet": {},
    "SegResNet": {"spatial_dims": 3, "init_filters": 8},
    "DynUNet": {"spatial_dims": 3, "in_channels": 1, "out_channels": 2, "kernel_size": [3, 3, 3], "strides": [1, 2, 2],
                "upsample_kernel_size": [2, 2], "norm_name": "batch"},
    "AttentionUnet": {"spatial_dims": 3, "in_channels": 1, "out_channels": 2, "channels": (8, 16, 32),
                      "strides": (2, 2)},
    "HighResNet": {"spatial_dims": 3},
    "DenseNet121": {"spatial_dims": 3, "in_channels": 1, "out_channels": 2},
    "resnet10": {"spatial_dims": 3, "n_input_channels": 1},
    "SEResNet50": {"spatial_dims": 3, "in_channels": 1, "num_classes": 2},
    "AutoEncoder": {"spatial_dims": 3, "in_channels": 1, "out_channels": 1, "channels": (8, 16), "strides": (2, 2),
                    "norm": "batch"},
    "AutoencoderKL": {"spatial_dims": 3, "in_channels": 1, "out_channels": 1, "num_res_blocks": (1, 1),
                      "channels": (8, 16), "attention_levels": (False, False), "latent_channels": 3,
                      "norm_num_groups": 4, "with_encoder_nonlocal_attn": False, "with_decoder_nonlocal_attn": False},
    "Generator": {"latent_shape": (1, 32, 32, 32), "start_shape": (8, 4, 4, 4), "channels": (8, 4, 1),
                  "strides": (2, 2, 2)},
    "Discriminator": {"in_shape": (1, 32, 32, 32), "channels": (8, 16), "strides": (2, 2)},
}  # fmt: skip


def _monai(name: str, size: Sequence[int]) -> Any:
    nets = importlib.import_module("monai.networks.nets")
    return getattr(nets, name)(**_MONAI[name]).eval(), tuple(size)


_DIFFUSERS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "AutoencoderKL": ("AutoencoderKL", {"block_out_channels": (32,), "norm_num_groups": 8}),
    "AutoencoderKL-wide": ("AutoencoderKL", {
        "block_out_channels": (32, 64), "norm_num_groups": 8, "down_block_types": ("DownEncoderBlock2D",) * 2,
        "up_block_types": ("UpDecoderBlock2D",) * 2}),
    "AutoencoderTiny": ("AutoencoderTiny", {}),
    "VQModel": ("VQModel", {"block_out_channels": (32,), "norm_num_groups": 8}),
    "AsymmetricAutoencoderKL": ("AsymmetricAutoencoderKL", {"norm_num_groups": 8}),
    "AutoencoderDC": ("AutoencoderDC", {"encoder_block_out_channels": (32, 64), "decoder_block_out_channels": (32, 64),
                                        "encoder_layers_per_block": (1, 1), "decoder_layers_per_block": (1, 1),
                                        "encoder_block_types": "ResBlock", "decoder_block_types": "ResBlock",
                                        "encoder_qkv_multiscales": ((), ()), "decoder_qkv_multiscales": ((), ())}),
}  # fmt: skip


def _diffusers(name: str, size: Sequence[int]) -> Any:
    kind, given = _DIFFUSERS[name]
    return getattr(importlib.import_module("diffusers"), kind)(**given).eval(), {"sample": tuple(size)}


_TRANSFORMERS: Mapping[str, tuple[str, str, Mapping[str, Any]]] = {
    "LevitModel": ("LevitModel", "LevitConfig", {"image_size": 64}),
    "EfficientNet": ("EfficientNetModel", "EfficientNetConfig", {"image_size": 64}),
    "ViT": ("ViTModel", "ViTConfig", {"image_size": 64, "num_hidden_layers": 2}),
    "Dinov2": ("Dinov2Model", "Dinov2Config", {"image_size": 64, "num_hidden_layers": 2}),
    "Swin": ("SwinModel", "SwinConfig", {"image_size": 64, "window_size": 2}),
    "Encodec": ("EncodecModel", "EncodecConfig", {}),
    "Dac": ("DacModel", "DacConfig", {}),
    "Mimi": ("MimiModel", "MimiConfig", {}),
    "HiFiGan": ("SpeechT5HifiGan", "SpeechT5HifiGanConfig", {"model_in_dim": 80}),
    **{name: (f"{name}Model", f"{name}Config", {"num_hidden_layers": 2})
       for name in ("Wav2Vec2", "Hubert", "WavLM", "SEW", "UniSpeech", "Data2VecAudio")},
}  # fmt: skip


def _transformers(name: str, size: Sequence[int]) -> Any:
    package = importlib.import_module("transformers")
    kind, config, given = _TRANSFORMERS.get(name, (f"{name}Model", f"{name}Config", {}))
    model = getattr(package, kind)(getattr(package, config)(**given)).eval()
    if name == "HiFiGan":
        return model, {"spectrogram": (20, 80)}
    if name in ("Encodec", "Dac", "Mimi"):
        return model.encoder, (1, *size)
    return model, {model.main_input_name: tuple(size)}


def _keras(name: str, size: Sequence[int]) -> Any:
    keras = importlib.import_module("keras")
    return getattr(keras.applications, name)(weights=None, input_shape=tuple(size)), None


_OPEN: Mapping[str, Mapping[str, Sequence[int]]] = {
    "PP-OCRv6_det_small.onnx": {"x": (3, 96, 96)},
    "PP-OCRv6_rec_small.onnx": {"x": (3, 48, 96)},
    "ch_ppocr_mobile_v2.0_cls_mobile.onnx": {"x": (3, 48, 192)},
}
"""Sizes that files leave open."""


def _file(name: str, size: Sequence[int]) -> Any:
    package, _, rest = name.partition("/")
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ImportError(f"{package} is not installed")
    return Path(spec.submodule_search_locations[0]) / rest, _OPEN.get(name.rpartition("/")[2])


MAKERS: Mapping[str, Callable[[str, Sequence[int]], Any]] = {
    "timm": _timm,
    "pytorchcv": _pytorchcv,
    "smp": _smp,
    "torchvision": _torchvision(""),
    "torchvision_segmentation": _torchvision(".segmentation"),
    "torchvision_video": _torchvision(".video"),
    "ultralytics": _ultralytics,
    "monai": _monai,
    "diffusers": _diffusers,
    "transformers": _transformers,
    "keras": _keras,
    "file": _file,
}
"""How to make a model, by the word of its group."""
