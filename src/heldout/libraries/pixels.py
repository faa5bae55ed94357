"""How the networks of `keras.applications` want images, and what each family's `preprocess_input` makes of them."""

#: By the module of the family: the scale that its `preprocess_input` makes of values from 0 to 255.
MODES: dict[str, str] = {
    **dict.fromkeys(("vgg16", "vgg19", "resnet", "resnet50"), "caffe"),
    **dict.fromkeys(
        "resnet_v2 xception inception_v3 inception_resnet_v2 mobilenet mobilenet_v2 nasnet".split(),
        "tf",
    ),
    "densenet": "torch",
    **dict.fromkeys(("efficientnet", "efficientnet_v2", "mobilenet_v3", "convnext"), "raw"),
}

#: By the beginning of a network's name, the longer ones first: the module of its family.
_FAMILIES: tuple[tuple[str, str], ...] = (
    ("EfficientNetV2", "efficientnet_v2"),
    ("EfficientNetB", "efficientnet"),
    ("ConvNeXt", "convnext"),
    ("MobileNetV3", "mobilenet_v3"),
    ("MobileNetV2", "mobilenet_v2"),
    ("MobileNet", "mobilenet"),
    ("InceptionResNetV2", "inception_resnet_v2"),
    ("InceptionV3", "inception_v3"),
    ("Xception", "xception"),
    ("DenseNet", "densenet"),
    ("NASNet", "nasnet"),
    ("VGG16", "vgg16"),
    ("VGG19", "vgg19"),
)


def family_of(network: str) -> str:
    """The module of `keras.applications` that a network comes from, empty of any other network."""
    if network.startswith("ResNet"):
        return "resnet_v2" if network.endswith("V2") else "resnet"
    return next((family for beginning, family in _FAMILIES if network.startswith(beginning)), "")
