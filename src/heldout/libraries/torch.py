"""What PyTorch and the libraries around it mean: torchvision, Lightning, Transformers, torchmetrics, skorch, fastai."""

from heldout.libraries.listing import listed, merged
from heldout.libraries.torch_modules import MODULES as _PARTS
from heldout.libraries.torch_training import TRAINING
from heldout.libraries.torch_vision import VISION

FLAT = True
MODULES = (
    "torch",
    "torchvision",
    "torchtext",
    "torchaudio",
    "torchmetrics",
    "lightning",
    "pytorch_lightning",
    "lightning_fabric",
    "transformers",
    "accelerate",
    "skorch",
    "fastai",
    "timm",
    "peft",
    "sentence_transformers",
)

_GENERATOR = "generator"

_DATA = merged(
    listed(
        "dataset",
        "nothing",
        """
        Dataset IterableDataset MapDataPipe IterDataPipe TensorDataset Subset(dataset,indices) ConcatDataset(datasets)
        ChainDataset(datasets) StackDataset
    """,
    ),
    listed("random_split", "nothing", "random_split(dataset,lengths,generator)", seeded_by=_GENERATOR, flags="global"),
    listed(
        "loader",
        "nothing",
        "DataLoader(dataset,batch_size,shuffle,sampler,batch_sampler,num_workers)",
        seeded_by=_GENERATOR,
        draws_when=(("shuffle", "is", True),),
        flags="global",
    ),
    listed(
        "kernel",
        "nothing",
        """
        Sampler SequentialSampler(data_source) BatchSampler(sampler,batch_size,drop_last) default_collate(batch) get_worker_info
    """,
    ),
    # Without a seed of its own it shuffles with the seed 0.
    listed("kernel", "nothing", "DistributedSampler(dataset,num_replicas,rank,shuffle,seed)"),
    listed(
        "kernel", "nothing", "RandomSampler(data_source,replacement,num_samples)", seeded_by=_GENERATOR, flags="global"
    ),
    listed("kernel", "nothing", "SubsetRandomSampler(indices)", seeded_by=_GENERATOR, flags="global"),
    listed(
        "kernel",
        "nothing",
        "WeightedRandomSampler(weights,num_samples,replacement)",
        seeded_by=_GENERATOR,
        flags="global",
    ),
    listed(
        "save",
        "nothing",
        "torch.save(obj,f) jit.save(m,f) onnx.export(model,args,f) safetensors.torch.save_file(tensors,filename)",
    ),
    listed("restore", "nothing", "torch.load(f) jit.load(f) load_state_dict_from_url(url) hub.load(repo_or_dir,model)"),
)

_RANDOM = merged(
    listed(
        "seed",
        "nothing",
        """
        torch.manual_seed(seed) random.manual_seed(seed) cuda.manual_seed(seed) cuda.manual_seed_all(seed) mps.manual_seed(seed)
        xpu.manual_seed(seed) xpu.manual_seed_all(seed) seed_everything(seed) transformers.set_seed(seed)
        accelerate.set_seed(seed) fastai.set_seed(s) enable_full_determinism(seed) set_rng_state(new_state)
    """,
        flags="global",
    ),
    listed(
        "draw",
        "nothing",
        """
        rand randn randint(low,high,size) normal(mean,std) bernoulli(input) multinomial(input,num_samples) poisson(input)
        rand_like(input) randn_like(input) randint_like(input,low,high)
    """,
        seeded_by=_GENERATOR,
        flags="global",
    ),
    listed("draw", "nothing", "randperm(n)", seeded_by=_GENERATOR, flags="global"),
    listed(
        "draw",
        "nothing",
        "init.uniform_(tensor) init.normal_(tensor) init.xavier_uniform_(tensor) init.xavier_normal_(tensor) init.kaiming_uniform_(tensor) init.kaiming_normal_(tensor) init.trunc_normal_(tensor) init.orthogonal_(tensor) init.sparse_(tensor,sparsity)",
        seeded_by=_GENERATOR,
        flags="global",
    ),
    listed("generator", "nothing", "Generator(device)"),
    listed(
        "known",
        "nothing",
        "initial_seed get_rng_state fork_rng init.zeros_(tensor) init.ones_(tensor) init.constant_(tensor,val)",
    ),
)

_OVER_ROWS = merged(
    listed(
        "reduce",
        "value",
        """
        mean(input,dim) std(input,dim) var(input,dim) std_mean(input,dim) var_mean(input,dim) median(input,dim) nanmean(input,dim)
        nanmedian(input,dim) mode(input,dim) sum(input,dim) prod(input,dim) min(input,dim) max(input,dim) amin(input,dim)
        amax(input,dim) aminmax(input) quantile(input,q,dim) nanquantile(input,q,dim) cov(input) corrcoef(input) histc(input,bins)
        pca_lowrank(A,q) svd_lowrank(A,q) svd(input) linalg.svd(A) linalg.eigh(A) bincount(input) unique(input) argmax(input,dim)
        argmin(input,dim) norm(input,p,dim) topk(input,k,dim) kthvalue(input,k,dim)
    """,
    ),
    listed("past", "nothing", "cumsum(input,dim) cumprod(input,dim) cummax(input,dim) cummin(input,dim)"),
    listed(
        "rowwise",
        "nothing",
        """
        tensor(data) as_tensor(data) from_numpy(ndarray) Tensor FloatTensor LongTensor abs(input) exp(input) log(input) log1p(input)
        sqrt(input) square(input) pow(input,exponent) clamp(input,min,max) sigmoid(input) tanh(input) relu(input) softmax(input,dim)
        log_softmax(input,dim) where(condition,input,other) round(input) sign(input) unsqueeze(input,dim) squeeze(input)
        reshape(input,shape) flatten(input) isnan(input) nan_to_num(input) bucketize(input,boundaries) matmul(input,other) add sub
        mul div torch.equal isclose eq ne gt lt ge le functional.one_hot(tensor) functional.relu(input) functional.softmax(input,dim)
        functional.log_softmax(input,dim) functional.sigmoid(input) functional.tanh(input) functional.gelu(input)
        functional.dropout(input,p,training,inplace) functional.dropout1d(input,p,training,inplace)
        functional.dropout2d(input,p,training,inplace) functional.dropout3d(input,p,training,inplace)
        functional.normalize(input,p,dim) functional.pad(input,pad) functional.interpolate(input,size)
    """,
    ),
    listed(
        "subset",
        "nothing",
        "masked_select(input,mask) index_select(input,dim,index) torch.take(input,index) narrow(input,dim,start,length)",
    ),
    listed("permute", "nothing", "sort(input,dim) flip(input,dims) roll(input,shifts)"),
    listed(
        "concat",
        "nothing",
        "cat(tensors,dim) concat(tensors,dim) concatenate(tensors,dim) vstack(tensors) stack(tensors,dim)",
    ),
    listed("columns", "nothing", "hstack(tensors) column_stack(tensors)"),
    listed("copies", "copy", "repeat_interleave(input,repeats,dim) tile(input,dims)"),
    listed(
        "known",
        "nothing",
        """
        is_grad_enabled device zeros ones empty full eye arange linspace
        zeros_like(input) ones_like(input) autocast set_float32_matmul_precision(precision)
        use_deterministic_algorithms(mode) set_default_dtype set_default_device set_num_threads cuda.is_available
        cuda.device_count cuda.empty_cache cuda.synchronize set_detect_anomaly detect_anomaly is_tensor numel allclose
        autograd.grad Function data_parallel
    """,
    ),
)

_STEPS = merged(
    listed("grad_mode", "nothing", "no_grad enable_grad inference_mode(mode) set_grad_enabled(mode)"),
    listed("scaler", "nothing", "GradScaler"),
    listed("wrapped", "nothing", "torch.compile(model) jit.script(obj) jit.trace(func)"),
    listed("backward", "nothing", "autograd.backward(tensors)"),
)

NAMES = merged(_DATA, _RANDOM, _OVER_ROWS, _STEPS, _PARTS, TRAINING, VISION)

METHODS = merged(
    listed(
        "reduce",
        "value",
        """
        mean(dim) std(dim) var(dim) median(dim) nanmean(dim) nanmedian(dim) mode(dim) sum(dim) nansum(dim) prod(dim) min(dim) max(dim)
        amin(dim) amax(dim) aminmax quantile(q,dim) nanquantile(q,dim) cov corrcoef histc(bins) svd unique bincount norm(p,dim)
        argmax(dim) argmin(dim) all(dim) any(dim) count_nonzero(dim) topk(k,dim) kthvalue(k,dim)
    """,
    ),
    listed("past", "nothing", "cumsum(dim) cumprod(dim) cummax(dim) cummin(dim)"),
    listed(
        "rowwise",
        "nothing",
        """
        float double half bfloat16 int long bool to(device) type(dtype) type_as(tensor) cpu cuda(device) numpy detach clone contiguous
        requires_grad_ unsqueeze(dim) squeeze(dim) view reshape flatten permute transpose(dim0,dim1) t T expand view_as(other) expand_as(other) reshape_as(other) abs exp log log1p
        log10 log2 sqrt rsqrt square pow(exponent) clamp(min,max) clip(min,max) sigmoid tanh relu softmax(dim) log_softmax(dim) round
        floor ceil trunc sign neg reciprocal isnan isinf isfinite nan_to_num add(other) sub(other) mul(other) div(other) add_(other)
        sub_(other) mul_(other) div_(other) clamp_(min,max) eq(other) ne(other) gt(other) lt(other) ge(other) le(other)
        masked_fill(mask,value) masked_fill_(mask,value) where(condition,other) matmul(other) mm(mat2) tolist item pin_memory data
        fill_(value) zero_ copy_(src) lerp(end,weight) unfold(dimension,size,step) byte char short
    """,
    ),
    listed("subset", "nothing", "masked_select(mask) index_select(dim,index) narrow(dim,start,length) take(index)"),
    listed("permute", "nothing", "sort(dim) flip(dims) roll(shifts)"),
    listed("copies", "copy", "repeat repeat_interleave(repeats,dim) tile"),
    listed("special", "nothing", "backward chunk(chunks,dim) split(split_size,dim) unbind(dim)"),
    listed(
        "draw",
        "nothing",
        "normal_(mean,std) uniform_ bernoulli_(p) random_ exponential_ multinomial(num_samples)",
        seeded_by=_GENERATOR,
        flags="global",
    ),
    listed(
        "known",
        "nothing",
        "size dim ndimension numel nelement element_size is_contiguous data_ptr register_hook retain_grad",
    ),
)
