"""What SciPy, statsmodels and the forecasting, survival and recommender libraries mean."""

from heldout.libraries.listing import SEED, listed, members, merged
from heldout.libraries.table import Entry

FLAT = True
MODULES = (
    "scipy",
    "statsmodels",
    "prophet",
    "fbprophet",
    "pmdarima",
    "lifelines",
    "linearmodels",
    "surprise",
    "implicit",
    "pywt",
    "hmmlearn",
    "pygam",
)

_SCIPY = merged(
    listed(
        "tune",
        "nothing",
        """
        optimize.minimize(fun,x0,args) optimize.minimize_scalar(fun,bracket,bounds,args) optimize.fmin(func,x0,args)
        optimize.basinhopping(func,x0) optimize.brute(func,ranges,args) optimize.differential_evolution(func,bounds,args)
    """,
    ),
    listed(
        "transform_function",
        "value",
        """
        zscore(a,axis) gzscore(a,axis) zmap(scores,compare) boxcox(x,lmbda) yeojohnson(x,lmbda) rankdata(a) winsorize(a,limits)
        mstats.zscore(a,axis) mstats.rankdata(data) sigmaclip(a) trimboth(a,proportiontocut) trim1(a,proportiontocut)
        whiten(obs) fcluster(Z,t) fclusterdata(X,t) linkage(y,method)
    """,
        when=(("axis", "is", 1, "nothing"), ("lmbda", "given", None, "nothing")),
    ),
    listed(
        "transform_function",
        "value",
        "kmeans(obs,k_or_guess) kmeans2(data,k) vq.kmeans(obs,k_or_guess)",
        seeded_by="rng",
    ),
    listed(
        "reduce",
        "value",
        """
        skew(a,axis) kurtosis(a,axis) iqr(x,axis) mode(a,axis) sem(a,axis) gmean(a,axis) hmean(a,axis) pmean(a,p) describe(a,axis)
        moment(a,order) variation(a,axis) median_abs_deviation(x,axis) median_absolute_deviation(x,axis) trim_mean(a,proportiontocut)
        tmean(a) tstd(a) tvar(a) tmin(a) tmax(a) scoreatpercentile(a,per) percentileofscore(a,score) entropy(pk) mquantiles(a)
        boxcox_normmax(x) yeojohnson_normmax(x) gaussian_kde(dataset) cumfreq(a) relfreq(a) histogram(input,min,max,bins)
        binned_statistic(x,values) bayes_mvs(data) mvsdist(data) circmean(samples) circstd(samples) norm.fit(data)
        linalg.svd(a) svds(A,k) linalg.eigh(a)
    """,
        when=(("axis", "is", 1, "nothing"),),
    ),
    # Two-sided: each value is drawn from those after it as well.
    listed(
        "future",
        "value",
        """
        filtfilt(b,a,x) sosfiltfilt(sos,x) savgol_filter(x,window_length,polyorder) detrend(data) medfilt(volume)
        wiener(im) hilbert(x) fft(x) ifft(x) rfft(x) irfft(x) gaussian_filter1d(input,sigma) uniform_filter1d(input,size)
        gaussian_filter(input,sigma) interp1d(x,y) UnivariateSpline(x,y) CubicSpline(x,y) wavedec(data,wavelet)
        waverec(coeffs,wavelet) dwt(data,wavelet) swt(data,wavelet) cwt(data,scales,wavelet)
    """,
    ),
    listed("past", "nothing", "lfilter(b,a,x) sosfilt(sos,x)"),
    listed(
        "select_statistic",
        "label",
        """
        pearsonr(x,y) spearmanr(a,b) kendalltau(x,y) pointbiserialr(x,y) chi2_contingency(observed) f_oneway ttest_ind(a,b)
        ttest_rel(a,b) mannwhitneyu(x,y) kruskal wilcoxon(x,y) ks_2samp(data1,data2) linregress(x,y) theilslopes(y,x)
        anderson_ksamp(samples) fisher_exact(table) levene bartlett fligner
    """,
    ),
    listed(
        "known",
        "nothing",
        """
        shapiro(x) normaltest(a) jarque_bera(x) anderson(x) kstest(rvs,cdf) ttest_1samp(a,popmean) probplot(x) chisquare(f_obs)
        csr_matrix csc_matrix coo_matrix lil_matrix dok_matrix csr_array csc_array coo_array issparse minimize(fun,x0)
        minimize_scalar(fun) curve_fit(f,xdata,ydata) least_squares(fun,x0) brentq(f,a,b) root(fun,x0) solve(a,b) expm(A) quad
    """,
    ),
    listed("concat", "nothing", "sparse.vstack(blocks)"),
    listed("columns", "nothing", "sparse.hstack(blocks) hstack(blocks)"),
    listed(
        "rowwise",
        "nothing",
        """
        expit(x) logit(x) special.softmax(x,axis) logsumexp(a,axis) cdist(XA,XB) pdist(X) squareform(X) distance_matrix(x,y) euclidean(u,v)
        cosine(u,v) cityblock(u,v) zoom(input,zoom) rotate(input,angle) imresize(arr,size) erf(z) gamma(z) xlogy(x,y)
    """,
    ),
    # The methods of any distribution, frozen or not: scipy.stats.norm.rvs().
    listed("draw", "nothing", "rvs", seeded_by=SEED, flags="global"),
    listed(
        "draw",
        "nothing",
        "bootstrap(data,statistic) permutation_test(data,statistic) monte_carlo_test differential_evolution(func,bounds) dual_annealing(func,bounds) basinhopping(func,x0)",
        seeded_by="rng",
    ),
    listed("draw", "nothing", "sparse.random(m,n) random_array(shape)", seeded_by="rng"),
    listed(
        "load",
        "nothing",
        "loadmat(file_name) wavfile.read(filename) mmread(source) arff.loadarff(f) loadarff(f) load_npz(file)",
    ),
    listed(
        "save",
        "nothing",
        "savemat(file_name,mdict) wavfile.write(filename,rate,data) mmwrite(target,a) save_npz(file,matrix)",
    ),
)

_STATSMODELS = merged(
    listed(
        "predictor",
        "nothing",
        """
        OLS(endog,exog) WLS(endog,exog) GLS(endog,exog) GLSAR(endog,exog) RLM(endog,exog) QuantReg(endog,exog) MixedLM(endog,exog)
        RecursiveLS(endog,exog) GLM(endog,exog) GEE(endog,exog) Poisson(endog,exog) NegativeBinomial(endog,exog)
        GeneralizedPoisson(endog,exog) ols(formula,data) wls(formula,data) gls(formula,data) glm(formula,data) rlm(formula,data)
        mixedlm(formula,data) quantreg(formula,data) gee(formula,data) api.poisson(formula,data) negativebinomial(formula,data)
        PHReg(endog,exog) phreg(formula,data) PanelOLS(dependent,exog) IV2SLS(dependent,exog) RandomEffects(dependent,exog)
    """,
        task="regression",
    ),
    listed(
        "predictor",
        "nothing",
        """
        Logit(endog,exog) Probit(endog,exog) MNLogit(endog,exog) api.logit(formula,data) probit(formula,data) mnlogit(formula,data)
        OrderedModel(endog,exog)
    """,
        task="classification",
    ),
    listed(
        "predictor",
        "nothing",
        """
        ARIMA(endog,exog) SARIMAX(endog,exog) AutoReg(endog,lags) AR(endog) ARMA(endog,order) VAR(endog) VARMAX(endog)
        ExponentialSmoothing(endog) SimpleExpSmoothing(endog) Holt(endog) UnobservedComponents(endog,level) ThetaModel(endog)
        ETSModel(endog) STLForecast(endog,model)
    """,
        task="regression",
    ),
    # Components of the whole series.
    listed(
        "future",
        "value",
        "seasonal_decompose(x,model) STL(endog,period) MSTL(endog) hpfilter(x,lamb) bkfilter(x) cffilter(x) lowess(endog,exog)",
    ),
    listed("columns", "nothing", "add_constant(data) add_trend(x)"),
    listed(
        "reduce",
        "value",
        "acf(x) pacf(x) adfuller(x) kpss(x) durbin_watson(resids) grangercausalitytests(x,maxlag) ccf(x,y)",
    ),
    listed("importance", "nothing", "variance_inflation_factor(exog,exog_idx)"),
    listed(
        "metric",
        "nothing",
        """
        mse(x1,x2) rmse(x1,x2) rmspe(y,y_hat) meanabs(x1,x2) medianabs(x1,x2) maxabs(x1,x2) tools.eval_measures.mse(x1,x2)
    """,
        flags="score-arguments lower-is-better",
        task="regression",
    ),
    listed("load", "nothing", "get_rdataset(dataname) load_pandas"),
    listed("plot", "nothing", "plot_acf(x) plot_pacf(x) qqplot(data) plot_regress_exog"),
)

_FORECASTING_AND_SURVIVAL = merged(
    listed(
        "predictor", "nothing", "Prophet NeuralProphet auto_arima(y,X) AutoARIMA StepwiseContext", task="regression"
    ),
    listed("cross_validate", "nothing", "cross_validation(model,horizon) diagnostics.cross_validation(model,horizon)"),
    listed("splitter", "nothing", "RollingForecastCV SlidingWindowForecastCV", flags="ordered"),
    listed("split", "nothing", "pmdarima.model_selection.train_test_split", flags="ordered"),
    listed("metric", "nothing", "smape(y_true,y_pred)", flags="score-arguments lower-is-better", task="regression"),
    listed(
        "metric", "nothing", "concordance_index(event_times,predicted_scores,event_observed)", flags="score-arguments"
    ),
    listed(
        "predictor",
        "nothing",
        """
        CoxPHFitter CoxTimeVaryingFitter WeibullAFTFitter LogNormalAFTFitter LogLogisticAFTFitter AalenAdditiveFitter
        KaplanMeierFitter NelsonAalenFitter WeibullFitter ExponentialFitter
        GAM(terms) LinearGAM(terms) LogisticGAM(terms) PoissonGAM(terms) GammaGAM(terms)
    """,
        task="regression",
    ),
    listed(
        "clusterer",
        "value",
        "GaussianHMM(n_components) MultinomialHMM(n_components) GMMHMM(n_components) CategoricalHMM(n_components)",
        seeded_by=SEED,
        task="density",
    ),
)

_RECOMMENDERS = merged(
    listed("predictor", "nothing", "SVD SVDpp surprise.NMF", seeded_by=SEED, task="regression"),
    listed(
        "predictor",
        "nothing",
        """
        KNNBasic KNNWithMeans KNNWithZScore KNNBaseline BaselineOnly SlopeOne CoClustering NormalPredictor
    """,
        task="regression",
    ),
    listed(
        "predictor",
        "nothing",
        "AlternatingLeastSquares BayesianPersonalizedRanking LogisticMatrixFactorization",
        seeded_by=SEED,
    ),
    listed("metric", "nothing", "accuracy.rmse accuracy.mae accuracy.mse accuracy.fcp", parameters="predictions"),
    listed("load", "nothing", "Dataset.load_builtin Dataset.load_from_df Dataset.load_from_file"),
    listed(
        "search",
        "nothing",
        "surprise.GridSearchCV(algo_class,param_grid) surprise.RandomizedSearchCV(algo_class,param_distributions)",
        flags="nested cross-validates",
    ),
    listed(
        "split",
        "nothing",
        "surprise.train_test_split(data,test_size) surprise.model_selection.train_test_split(data,test_size)",
        seeded_by=SEED,
        draws_when=(("shuffle", "not", False),),
    ),
    listed(
        "cross_validate",
        "nothing",
        "surprise.cross_validate(algo,data) surprise.model_selection.cross_validate(algo,data)",
    ),
    listed(
        "splitter",
        "nothing",
        "surprise.KFold(n_splits,random_state) surprise.ShuffleSplit(n_splits,test_size)",
        seeded_by=SEED,
    ),
    listed("known", "nothing", "Reader"),
)

NAMES = merged(_SCIPY, _STATSMODELS, _FORECASTING_AND_SURVIVAL, _RECOMMENDERS)

MEMBERS = members("STL MSTL", "fit", Entry("future", "value"))
