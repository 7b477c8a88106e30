"""The models: chosen by their names before any was run, ten or more of each family, from packages of the registry.

Each is built with random weights, since nothing here is about what a model was trained for; files that packages ship
have their own.  A shape is that of the input without the batch.  The packages are in ``packages.txt``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import files
from inspect import signature
from pathlib import Path
from typing import Any, TypeAlias

Shape: TypeAlias = tuple[int, ...]

FAMILIES = ("classification", "segmentation", "detection", "attention", "audio", "3-D", "generative")

IMAGE, SMALL, LARGE, SCAN = (3, 224, 224), (3, 64, 64), (3, 320, 320), (1, 32, 32, 32)


@dataclass(frozen=True, slots=True)
class Entry:
    """A model by its package and name there, its family, and the shape of its input without the batch."""

    package: str
    name: str
    family: str
    shape: Shape

    @property
    def title(self) -> str:
        return f"{self.package} {self.name}"

    def build(self) -> Any:
        """The model: a module in ``eval()`` mode, a Keras model, or the path of a file."""
        return BUILDERS[self.package](self.name)


NAMES: dict[tuple[str, str, Shape], str] = {
    ("torchvision", "classification", IMAGE): """
        alexnet convnext_tiny densenet121 efficientnet_b0 efficientnet_v2_s mnasnet1_0 mobilenet_v2
        mobilenet_v3_large regnet_x_400mf regnet_y_400mf resnet18 resnet50 resnext50_32x4d shufflenet_v2_x1_0
        squeezenet1_0 vgg11 wide_resnet50_2 googlenet""",
    ("torchvision", "classification", (3, 299, 299)): "inception_v3",
    ("torchvision", "attention", IMAGE): "maxvit_t swin_t swin_v2_t vit_b_32",
    ("torchvision", "segmentation", IMAGE): """
        deeplabv3_mobilenet_v3_large deeplabv3_resnet50 fcn_resnet50 lraspp_mobilenet_v3_large""",
    ("torchvision", "detection", LARGE): """
        fasterrcnn_mobilenet_v3_large_320_fpn retinanet_resnet50_fpn ssdlite320_mobilenet_v3_large
        fcos_resnet50_fpn""",
    ("torchvision", "3-D", (3, 16, 112, 112)): "r3d_18 mc3_18 r2plus1d_18",
    ("torchvision", "3-D", (3, 16, 224, 224)): "s3d",
    ("pytorchcv", "classification", IMAGE): """
        bagnet17 bam_resnet18 bn_vgg11 bninception cbam_resnet18 darknet_tiny diaresnet18 dla34 dpn68 drnc26
        efficientnet_b0 fdmobilenet_w1 ghostnet hardnet39ds hrnet_w18_small_v1 ibn_resnet50 igcv3_w1 mixnet_s
        mobilenet_w1 peleenet preresnet18 proxylessnas_cpu selecsls42 seresnet18 shufflenetv2_w1 sknet50
        vovnet27s wrn50_2""",
    ("pytorchcv", "segmentation", (3, 480, 480)): """
        fcn8sd_resnetd50b_voc pspnet_resnetd50b_voc deeplabv3_resnetd50b_voc""",
    ("pytorchcv", "segmentation", (3, 512, 1024)): "cgnet_cityscapes dabnet_cityscapes",
    ("pytorchcv", "detection", (3, 512, 512)): "centernet_resnet18_coco",
    ("pytorchcv", "detection", (3, 256, 192)): "simplepose_resnet18_coco simplepose_mobile_resnet18_coco",
    ("timm", "classification", IMAGE): """
        repvgg_a0 res2net50_26w_4s resnest14d resnetblur50 resnetv2_50 rexnet_100 tf_efficientnet_lite0
        nf_regnet_b0 xception41 cspresnet50 ese_vovnet19b_dw gernet_s hgnetv2_b0 lcnet_050 mobilenetv4_conv_small
        mobileone_s0 skresnet18 starnet_s1 tinynet_a fasternet_t0 eca_nfnet_l0 convmixer_768_32""",
    ("timm", "attention", IMAGE): """
        beit_base_patch16_224 cait_xxs24_224 convit_tiny deit_tiny_patch16_224 edgenext_xx_small efficientformer_l1
        levit_128s mixer_s32_224 mobilevitv2_050 pit_ti_224 poolformer_s12 pvt_v2_b0 twins_pcpvt_small
        xcit_nano_12_p16_224
        coat_lite_tiny davit_tiny visformer_tiny
        coatnet_nano_rw_224""",
    ("timm", "attention", (3, 256, 256)): "botnet26t_256 halonet26t mobilevit_xxs",
    ("segmentation_models_pytorch", "segmentation", (3, 128, 128)): """
        Unet UnetPlusPlus MAnet Linknet FPN PSPNet DeepLabV3 DeepLabV3Plus PAN UPerNet Segformer""",
    ("monai", "3-D", SCAN): """
        UNet BasicUNet DynUNet SegResNet VNet HighResNet UNETR DenseNet121 EfficientNetBN ResNet
        AttentionUnet ViT""",
    ("monai", "3-D", (1, 64, 64, 64)): "SwinUNETR",
    ("monai", "generative", SCAN): "AutoEncoder VarAutoEncoder VQVAE",
    ("monai", "generative", (32,)): "Generator",
    ("transformers", "attention", SMALL): """
        vit deit swin swinv2 pvt_v2 convnext convnextv2 dinov2 cvt mobilevit levit poolformer""",
    ("transformers", "classification", SMALL): "resnet regnet mobilenet_v1 mobilenet_v2 bit efficientnet",
    ("transformers", "segmentation", SMALL): "segformer upernet dpt mobilevit_segmentation",
    ("transformers", "detection", SMALL): "detr yolos rt_detr",
    ("transformers", "audio", (4000,)): "wav2vec2 hubert unispeech wavlm data2vec_audio sew",
    ("transformers", "audio", (80, 200)): "whisper_encoder",
    ("transformers", "audio", (200, 80)): "speech_to_text_encoder",
    ("transformers", "audio", (1, 4000)): "encodec dac mimi",
    ("diffusers", "generative", (4, 32, 32)): "UNet2DModel UNet2DConditionModel DiTTransformer2DModel",
    ("diffusers", "generative", SMALL): "AutoencoderKL VQModel AutoencoderTiny AutoencoderDC",
    ("diffusers", "generative", (2, 4096)): "AutoencoderOobleck UNet1DModel",
    ("ultralytics", "detection", LARGE): "yolov3-tiny yolov5n yolov6n yolov8n yolov9t yolov10n yolo11n yolo12n",
    ("ultralytics", "segmentation", LARGE): "yolov8n-seg yolo11n-seg",
    ("keras", "classification", IMAGE): """
        ConvNeXtTiny DenseNet121 EfficientNetB0 EfficientNetV2B0 MobileNet MobileNetV2 MobileNetV3Small NASNetMobile
        ResNet50 ResNet50V2 VGG16""",
    ("keras", "classification", (3, 299, 299)): "InceptionV3 InceptionResNetV2 Xception",
    ("silero_vad", "audio", ()): """
        silero_vad.onnx silero_vad_16k_op15.onnx silero_vad_op18_ifless.onnx silero_vad_half.onnx""",
    ("rapidocr", "detection", ()): """
        PP-OCRv6_det_small.onnx ch_ppocr_mobile_v2.0_cls_mobile.onnx PP-OCRv6_rec_small.onnx""",
    ("rapidocr_onnxruntime", "detection", ()): """
        ch_PP-OCRv4_det_infer.onnx ch_PP-OCRv4_rec_infer.onnx ch_ppocr_mobile_v2.0_cls_infer.onnx""",
}  # fmt: skip
"""The names, by package, family and shape.  Files have the shapes that they declare."""


def entries() -> Iterator[Entry]:
    for (package, family, shape), names in NAMES.items():
        for name in names.split():
            yield Entry(package, name, family, shape)


# ------------------------------------------------------------------------------------------------ how each is built


def without_compiled_operators() -> Any:
    """torchvision without its compiled part, which wants a build of PyTorch of its own: two names that it asks for.

    The models that call these, detectors at their end, do not run so.  Keep what is returned.
    """
    from torch.library import Library

    library = Library("torchvision", "DEF")
    for name in ("nms", "qnms"):
        library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
    return library


def _torchvision(name: str) -> Any:
    models = import_module("torchvision.models")
    more: dict[str, Any] = {"init_weights": True} if name in ("googlenet", "inception_v3") else {}
    if "weights_backbone" in signature(models.get_model_builder(name)).parameters:
        more["weights_backbone"] = None
    return models.get_model(name, weights=None, **more)


def _pytorchcv(name: str) -> Any:
    return import_module("pytorchcv.model_provider").get_model(name, pretrained=False)


def _timm(name: str) -> Any:
    return import_module("timm").create_model(name, pretrained=False)


def _segmentation(name: str) -> Any:
    kind = getattr(import_module("segmentation_models_pytorch"), name)
    return kind(encoder_name="resnet18", encoder_weights=None, in_channels=3, classes=2)


_SCANS: dict[str, dict[str, Any]] = {
    "UNet": {"spatial_dims": 3, "in_channels": 1, "out_channels": 2, "channels": (8, 16, 32), "strides": (2, 2)},
    "BasicUNet": {"spatial_dims": 3, "in_channels": 1, "out_channels": 2, "features": (8, 8, 16, 32, 64, 8)},
    "DynUNet": {
        "spatial_dims": 3, "in_channels": 1, "out_channels": 2, "kernel_size": [3, 3, 3], "strides": [1, 2, 2],
        "upsample_kernel_size": [2, 2],
    },
    "SegResNet": {"spatial_dims": 3, "in_channels": 1, "out_channels": 2},
    "VNet": {"spatial_dims": 3, "in_channels": 1, "out_channels": 2},
    "HighResNet": {"spatial_dims": 3, "in_channels": 1, "out_channels": 2},
    "UNETR": {
        "in_channels": 1, "out_channels": 2, "img_size": (32, 32, 32), "hidden_size": 96, "mlp_dim": 96, "num_heads": 4,
    },
    "SwinUNETR": {"in_channels": 1, "out_channels": 2, "feature_size": 12},
    "DenseNet121": {"spatial_dims": 3, "in_channels": 1, "out_channels": 2},
    "EfficientNetBN": {
        "model_name": "efficientnet-b0", "pretrained": False, "spatial_dims": 3, "in_channels": 1, "num_classes": 2,
    },
    "ResNet": {
        "block": "basic", "layers": [1, 1, 1, 1], "block_inplanes": [8, 16, 32, 64], "spatial_dims": 3,
        "n_input_channels": 1, "num_classes": 2,
    },
    "AttentionUnet": {
        "spatial_dims": 3, "in_channels": 1, "out_channels": 2, "channels": (8, 16, 32), "strides": (2, 2),
    },
    "ViT": {
        "in_channels": 1, "img_size": (32, 32, 32), "patch_size": (16, 16, 16), "hidden_size": 96, "mlp_dim": 96,
        "num_heads": 4,
    },
    "AutoEncoder": {"spatial_dims": 3, "in_channels": 1, "out_channels": 1, "channels": (8, 16), "strides": (2, 2)},
    "VarAutoEncoder": {
        "spatial_dims": 3, "in_shape": (1, 32, 32, 32), "out_channels": 1, "latent_size": 8, "channels": (8, 16),
        "strides": (2, 2),
    },
    "VQVAE": {
        "spatial_dims": 3, "in_channels": 1, "out_channels": 1, "channels": (16, 32), "num_res_channels": (16, 32),
        "num_res_layers": 1, "downsample_parameters": ((2, 4, 1, 1), (2, 4, 1, 1)),
        "upsample_parameters": ((2, 4, 1, 1, 0), (2, 4, 1, 1, 0)), "num_embeddings": 16, "embedding_dim": 8,
    },
    "Generator": {"latent_shape": (32,), "start_shape": (16, 4, 4, 4), "channels": (16, 8, 1), "strides": (2, 2, 1)},
}  # fmt: skip


def _monai(name: str) -> Any:
    return getattr(import_module("monai.networks.nets"), name)(**_SCANS[name])


_TRANSFORMERS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "vit": ("ViTModel", "ViTConfig", {"image_size": 64, "num_hidden_layers": 2}),
    "deit": ("DeiTModel", "DeiTConfig", {"image_size": 64, "num_hidden_layers": 2}),
    "swin": ("SwinModel", "SwinConfig", {"image_size": 64, "depths": [1, 1], "num_heads": [3, 6]}),
    "swinv2": ("Swinv2Model", "Swinv2Config", {"image_size": 64, "depths": [1, 1], "num_heads": [3, 6]}),
    "pvt_v2": ("PvtV2Model", "PvtV2Config", {"image_size": 64}),
    "convnext": ("ConvNextModel", "ConvNextConfig", {"depths": [1, 1, 2, 1]}),
    "convnextv2": ("ConvNextV2Model", "ConvNextV2Config", {"depths": [1, 1, 2, 1]}),
    "dinov2": ("Dinov2Model", "Dinov2Config", {"image_size": 56, "num_hidden_layers": 2}),
    "cvt": ("CvtModel", "CvtConfig", {}),
    "mobilevit": ("MobileViTModel", "MobileViTConfig", {"image_size": 64}),
    "levit": ("LevitModel", "LevitConfig", {"image_size": 64, "depths": [1, 1, 1]}),
    "poolformer": ("PoolFormerModel", "PoolFormerConfig", {"depths": [1, 1, 1, 1]}),
    "resnet": ("ResNetModel", "ResNetConfig", {"depths": [1, 1, 1, 1]}),
    "regnet": ("RegNetModel", "RegNetConfig", {"depths": [1, 1, 2, 1]}),
    "mobilenet_v1": ("MobileNetV1Model", "MobileNetV1Config", {"image_size": 64}),
    "mobilenet_v2": ("MobileNetV2Model", "MobileNetV2Config", {"image_size": 64}),
    "bit": ("BitModel", "BitConfig", {"depths": [1, 1, 1, 1]}),
    "efficientnet": ("EfficientNetModel", "EfficientNetConfig", {
        "width_coefficient": 1.0, "depth_coefficient": 1.0, "hidden_dim": 1280}),
    "segformer": ("SegformerForSemanticSegmentation", "SegformerConfig", {}),
    "upernet": ("UperNetForSemanticSegmentation", "UperNetConfig", {}),
    "dpt": ("DPTForSemanticSegmentation", "DPTConfig", {
        "image_size": 64, "num_hidden_layers": 4, "backbone_out_indices": [0, 1, 2, 3]}),
    "mobilevit_segmentation": ("MobileViTForSemanticSegmentation", "MobileViTConfig", {"image_size": 64}),
    "detr": ("DetrForObjectDetection", "DetrConfig", {"use_timm_backbone": False, "use_pretrained_backbone": False}),
    "yolos": ("YolosForObjectDetection", "YolosConfig", {"image_size": [64, 64], "num_hidden_layers": 2}),
    "rt_detr": ("RTDetrForObjectDetection", "RTDetrConfig", {"num_queries": 50}),
    "wav2vec2": ("Wav2Vec2Model", "Wav2Vec2Config", {"num_hidden_layers": 2}),
    "hubert": ("HubertModel", "HubertConfig", {"num_hidden_layers": 2}),
    "unispeech": ("UniSpeechModel", "UniSpeechConfig", {"num_hidden_layers": 2}),
    "wavlm": ("WavLMModel", "WavLMConfig", {"num_hidden_layers": 2}),
    "data2vec_audio": ("Data2VecAudioModel", "Data2VecAudioConfig", {"num_hidden_layers": 2}),
    "sew": ("SEWModel", "SEWConfig", {"num_hidden_layers": 2}),
    "whisper_encoder": ("WhisperModel", "WhisperConfig", {
        "encoder_layers": 2, "decoder_layers": 1, "max_source_positions": 100}),
    "speech_to_text_encoder": ("Speech2TextModel", "Speech2TextConfig", {"encoder_layers": 2, "decoder_layers": 1}),
    "encodec": ("EncodecModel", "EncodecConfig", {}),
    "dac": ("DacModel", "DacConfig", {}),
    "mimi": ("MimiModel", "MimiConfig", {"num_hidden_layers": 1}),
}  # fmt: skip


def _transformers(name: str) -> Any:
    package = import_module("transformers")
    kind, config, words = _TRANSFORMERS[name]
    model = getattr(package, kind)(getattr(package, config)(**words))
    return model.encoder if name.endswith("_encoder") or name in ("encodec", "dac", "mimi") else model


_DIFFUSERS: dict[str, dict[str, Any]] = {
    "UNet2DModel": {
        "sample_size": 32, "in_channels": 4, "out_channels": 4, "block_out_channels": (32, 64),
        "down_block_types": ("DownBlock2D", "AttnDownBlock2D"), "up_block_types": ("AttnUpBlock2D", "UpBlock2D"),
    },
    "UNet2DConditionModel": {
        "sample_size": 32, "block_out_channels": (32, 64), "cross_attention_dim": 32,
        "down_block_types": ("CrossAttnDownBlock2D", "DownBlock2D"),
        "up_block_types": ("UpBlock2D", "CrossAttnUpBlock2D"),
    },
    "DiTTransformer2DModel": {"num_attention_heads": 2, "attention_head_dim": 16, "num_layers": 2, "sample_size": 32},
    "AutoencoderKL": {
        "block_out_channels": (32, 64), "down_block_types": ("DownEncoderBlock2D",) * 2,
        "up_block_types": ("UpDecoderBlock2D",) * 2,
    },
    "VQModel": {
        "block_out_channels": (32, 64), "down_block_types": ("DownEncoderBlock2D",) * 2,
        "up_block_types": ("UpDecoderBlock2D",) * 2,
    },
    "AutoencoderTiny": {},
    "AutoencoderDC": {
        "latent_channels": 8, "attention_head_dim": 8, "encoder_block_types": ("ResBlock", "EfficientViTBlock"),
        "decoder_block_types": ("ResBlock", "EfficientViTBlock"), "encoder_block_out_channels": (16, 32),
        "decoder_block_out_channels": (16, 32), "encoder_layers_per_block": (1, 1), "decoder_layers_per_block": (1, 1),
        "encoder_qkv_multiscales": ((), (5,)), "decoder_qkv_multiscales": ((), (5,)),
    },
    "AutoencoderOobleck": {
        "encoder_hidden_size": 16, "downsampling_ratios": [2, 4], "channel_multiples": [1, 2], "decoder_channels": 16,
        "decoder_input_channels": 8,
    },
    "UNet1DModel": {"sample_size": 4096, "extra_in_channels": 64},
}  # fmt: skip


def _diffusers(name: str) -> Any:
    import torch

    model = getattr(import_module("diffusers"), name)(**_DIFFUSERS[name])
    if name not in ("UNet2DModel", "UNet2DConditionModel", "DiTTransformer2DModel", "UNet1DModel"):
        return model

    class AtOneTime(torch.nn.Module):
        """The model at one time, for one text and one class."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model
            self.register_buffer("text", torch.zeros(1, 7, 32))

        def forward(self, x: Any) -> Any:
            time = torch.ones(1, dtype=torch.long)
            if name == "UNet2DConditionModel":
                return self.model(x, time, self.text, return_dict=False)[0]
            more = {"class_labels": time} if name == "DiTTransformer2DModel" else {}
            return self.model(x, timestep=time, return_dict=False, **more)[0]

    return AtOneTime()


def _ultralytics(name: str) -> Any:
    tasks = import_module("ultralytics.nn.tasks")
    kind = tasks.SegmentationModel if name.endswith("-seg") else tasks.DetectionModel
    return kind(f"{name}.yaml", verbose=False)


def _keras(name: str) -> Any:
    applications = import_module("keras").applications
    return getattr(applications, name)(weights=None)


def _shipped(package: str) -> Callable[[str], Path]:
    def find(name: str) -> Path:
        for file in files(package) or ():
            if file.name == name:
                return Path(str(file.locate()))
        raise FileNotFoundError(name)

    return find


BUILDERS: dict[str, Callable[[str], Any]] = {
    "torchvision": _torchvision,
    "pytorchcv": _pytorchcv,
    "timm": _timm,
    "segmentation_models_pytorch": _segmentation,
    "monai": _monai,
    "transformers": _transformers,
    "diffusers": _diffusers,
    "ultralytics": _ultralytics,
    "keras": _keras,
    **{name: _shipped(name) for name in ("silero_vad", "rapidocr", "rapidocr_onnxruntime")},
}
"""By package: from the name of a model to the model."""
