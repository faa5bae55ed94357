"""What tuners of hyper-parameters mean: those that run an objective, and those that search by themselves."""

from heldout.libraries.listing import listed, merged

FLAT = True
MODULES = ("optuna", "hyperopt", "skopt", "ray", "bayes_opt", "nevergrad", "flaml", "tpot")

# Samplers of candidates take the seed, not the study.
_SAMPLERS = merged(
    listed(
        "kernel",
        "nothing",
        """
        TPESampler RandomSampler CmaEsSampler NSGAIISampler NSGAIIISampler QMCSampler BoTorchSampler GPSampler
    """,
        seeded_by="seed",
    ),
    listed(
        "kernel",
        "nothing",
        """
        GridSampler(search_space) BruteForceSampler PartialFixedSampler(fixed_params) MedianPruner SuccessiveHalvingPruner HyperbandPruner NopPruner
        ThresholdPruner PercentilePruner(percentile) PatientPruner(wrapped_pruner) FloatDistribution(low,high)
        IntDistribution(low,high) CategoricalDistribution(choices) TrialPruned Trials Real(low,high) Integer(low,high)
        Categorical(categories) hp.choice(label,options) hp.uniform(label,low,high) hp.quniform(label,low,high,q)
        hp.loguniform(label,low,high) hp.randint(label,upper) hp.normal(label,mu,sigma) hp.qloguniform(label,low,high,q)
        tune.choice(categories) tune.uniform(lower,upper) tune.loguniform(lower,upper) tune.randint(lower,upper) tune.grid_search(values)
        ASHAScheduler HyperBandScheduler PopulationBasedTraining tune.TuneConfig RunConfig ScalingConfig
        tpe.suggest rand.suggest anneal.suggest STATUS_OK use_named_args(dimensions)
        Space(dimensions) set_verbosity
    """,
    ),
)
_OBJECTIVES = merged(
    listed(
        "study",
        "nothing",
        """
        create_study(storage,sampler,pruner,study_name,direction) load_study(study_name,storage) Study
        tune.Tuner(trainable) Tuner(trainable) BayesianOptimization(f,pbounds) Experiment(name,run)
    """,
    ),
    listed(
        "study",
        "nothing",
        """
        optimizers.NGOpt(parametrization,budget) optimizers.OnePlusOne(parametrization,budget) optimizers.TwoPointsDE(parametrization,budget)
        optimizers.PSO(parametrization,budget) optimizers.DE(parametrization,budget) optimizers.CMA(parametrization,budget)
        optimizers.RandomSearch(parametrization,budget) optimizers.TBPSA(parametrization,budget)
    """,
    ),
    listed("tune", "nothing", "fmin(fn,space,algo,max_evals)", seeded_by="rstate"),
    listed(
        "tune",
        "nothing",
        """
        gp_minimize(func,dimensions) forest_minimize(func,dimensions) gbrt_minimize(func,dimensions) dummy_minimize(func,dimensions)
    """,
        seeded_by="random_state",
    ),
    listed("tune", "nothing", "tune.run(run_or_experiment)"),
    listed("report", "nothing", "tune.report(metrics) train.report(metrics) session.report(metrics)"),
)
_SEARCHES = merged(
    listed(
        "search",
        "nothing",
        "BayesSearchCV(estimator,search_spaces) OptunaSearchCV(estimator,param_distributions)",
        seeded_by="random_state",
        flags="nested cross-validates",
    ),
    listed(
        "search",
        "nothing",
        "TuneGridSearchCV(estimator,param_grid) TuneSearchCV(estimator,param_distributions)",
        flags="nested cross-validates",
    ),
    listed("search", "nothing", "AutoML TPOTClassifier TPOTRegressor", flags="cross-validates"),
    listed("predictor", "nothing", "HyperoptEstimator"),
    listed(
        "plot",
        "nothing",
        "plot_optimization_history(study) plot_param_importances(study) plot_convergence plot_objective(result) plot_parallel_coordinate(study)",
    ),
)

NAMES = merged(_SAMPLERS, _OBJECTIVES, _SEARCHES)
