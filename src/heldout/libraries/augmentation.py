"""What albumentations means: pictures changed at random as they are read, or by rule."""

from heldout.libraries.listing import listed, merged

FLAT = True
MODULES = ("albumentations",)

NAMES = merged(
    listed(
        "augment",
        "nothing",
        """
        HorizontalFlip VerticalFlip Flip Transpose D4 Rotate SafeRotate RandomRotate90 ShiftScaleRotate Affine Perspective
        ElasticTransform GridDistortion OpticalDistortion ThinPlateSpline RandomScale RandomCrop RandomResizedCrop RandomSizedCrop
        RandomCropNearBBox RandomSizedBBoxSafeCrop CropNonEmptyMaskIfExists RandomGridShuffle
        RandomBrightnessContrast RandomBrightness RandomContrast RandomGamma RandomToneCurve HueSaturationValue RGBShift
        ColorJitter ToGray ToSepia CLAHE ChannelShuffle ChannelDropout Posterize Solarize Equalize FancyPCA PlanckianJitter
        GaussNoise ISONoise MultiplicativeNoise ShotNoise SaltAndPepper GaussianBlur MotionBlur MedianBlur GlassBlur ZoomBlur
        Defocus Blur AdvancedBlur Sharpen UnsharpMask Emboss Superpixels ImageCompression JpegCompression Downscale Spatter
        RandomRain RandomFog RandomSnow RandomShadow RandomSunFlare RandomGravel
        Cutout CoarseDropout GridDropout MaskDropout PixelDropout XYMasking RandomErasing TimeMasking FrequencyMasking
        OneOf(transforms) SomeOf(transforms,n) OneOrOther(first,second) MixUp Mosaic
    """,
    ),
    listed(
        "rowwise",
        "nothing",
        """
        Compose(transforms) ReplayCompose(transforms) Sequential(transforms) Resize(height,width) CenterCrop(height,width)
        Crop(x_min,y_min,x_max,y_max) Normalize(mean,std) ToFloat FromFloat PadIfNeeded LongestMaxSize(max_size)
        SmallestMaxSize(max_size) NoOp Lambda ToTensor ToTensorV2 InvertImg
    """,
    ),
)
