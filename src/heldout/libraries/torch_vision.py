"""What torchvision, torchtext and torchaudio mean."""

from heldout.libraries.listing import listed, merged

VISION = merged(
    listed(
        "load",
        "nothing",
        """
        MNIST(root,train) FashionMNIST(root,train) KMNIST(root,train) QMNIST(root) EMNIST(root,split) CIFAR10(root,train)
        CIFAR100(root,train) SVHN(root,split) STL10(root,split) USPS(root,train) ImageNet(root,split) CelebA(root,split)
        Caltech101(root) Caltech256(root) Places365(root,split) Flowers102(root,split) Food101(root,split)
        OxfordIIITPet(root,split) StanfordCars(root,split) FGVCAircraft(root,split) DTD(root,split) GTSRB(root,split)
        EuroSAT(root) PCAM(root,split) Omniglot(root,background) VOCDetection(root) VOCSegmentation(root) CocoDetection(root,annFile)
        CocoCaptions(root,annFile) Cityscapes(root,split) ImageFolder(root,transform) DatasetFolder(root,loader)
        FakeData(size) LFWPeople(root) SEMEION(root) Kinetics(root) UCF101(root,annotation_path,frames_per_clip) HMDB51
        read_image(path) AG_NEWS IMDB SST2 YelpReviewPolarity YelpReviewFull DBpedia WikiText2 WikiText103 PennTreebank Multi30k
        SPEECHCOMMANDS(root) LIBRISPEECH(root,url) GTZAN(root) YESNO(root) torchaudio.load(uri)
    """,
    ),
    listed(
        "rowwise",
        "nothing",
        """
        Compose(transforms) ToTensor PILToTensor ToPILImage ToImage ToDtype(dtype) ConvertImageDtype(dtype) transforms.Normalize(mean,std)
        Normalize(mean,std) Resize(size) CenterCrop(size) Pad(padding) Grayscale(num_output_channels) Lambda(lambd) FiveCrop(size)
        TenCrop(size) LinearTransformation(transformation_matrix,mean_vector) MelSpectrogram Spectrogram MFCC Resample
        to_tensor(pic) to_pil_image(pic) resize(img,size) functional.crop(img,top,left,height,width) functional.hflip(img)
        functional.rotate(img,angle)
    """,
    ),
    # Drawn anew for each image as it is read.
    listed(
        "augment",
        "nothing",
        """
        RandomCrop(size) RandomResizedCrop(size) RandomHorizontalFlip(p) RandomVerticalFlip(p) RandomRotation(degrees)
        RandomAffine(degrees) RandomPerspective(distortion_scale,p) RandomErasing(p) RandomGrayscale(p)
        RandomApply(transforms,p) RandomChoice(transforms) RandomInvert(p) RandomPosterize(bits,p) RandomSolarize(threshold,p)
        RandomAdjustSharpness(sharpness_factor,p) RandomAutocontrast(p) RandomEqualize(p)
        ColorJitter(brightness,contrast,saturation,hue) ElasticTransform AutoAugment RandAugment TrivialAugmentWide AugMix
        RandomIoUCrop RandomPhotometricDistort RandomZoomOut FrequencyMasking(freq_mask_param) TimeMasking(time_mask_param)
    """,
    ),
    listed("rowwise", "nothing", "RandomOrder(transforms) GaussianBlur(kernel_size) MixUp CutMix"),
    listed(
        "transformer",
        "vocabulary",
        "build_vocab_from_iterator(iterator,min_freq) Vocab",
        when=(("min_freq", "given", 1, "value"), ("max_tokens", "given", None, "value")),
    ),
    listed(
        "restore", "nothing", "GloVe(name,dim) torchtext.vocab.FastText(language) CharNGram get_tokenizer(tokenizer)"
    ),
    # Weights of other data, or none.
    listed(
        "module",
        "nothing",
        """
        alexnet vgg11 vgg13 vgg16 vgg19 vgg11_bn vgg13_bn vgg16_bn vgg19_bn resnet18 resnet34 resnet50 resnet101 resnet152
        resnext50_32x4d resnext101_32x8d wide_resnet50_2 wide_resnet101_2 densenet121 densenet161 densenet169 densenet201 googlenet
        inception_v3 squeezenet1_0 squeezenet1_1 mobilenet_v2 mobilenet_v3_small mobilenet_v3_large shufflenet_v2_x1_0 mnasnet1_0
        efficientnet_b0 efficientnet_b1 efficientnet_b2 efficientnet_b3 efficientnet_b4 efficientnet_b5 efficientnet_b6
        efficientnet_b7 efficientnet_v2_s efficientnet_v2_m efficientnet_v2_l convnext_tiny convnext_small convnext_base
        convnext_large regnet_y_400mf vit_b_16 vit_b_32 vit_l_16 vit_l_32 swin_t swin_s swin_b maxvit_t get_model(name)
        fasterrcnn_resnet50_fpn maskrcnn_resnet50_fpn retinanet_resnet50_fpn ssd300_vgg16 fcn_resnet50 fcn_resnet101
        deeplabv3_resnet50 deeplabv3_resnet101 create_model(model_name)
    """,
        flags="two-modes",
    ),
    listed("plot", "nothing", "make_grid(tensor) save_image(tensor,fp) draw_bounding_boxes(image,boxes)"),
)
