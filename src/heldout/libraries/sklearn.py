"""What scikit-learn means, current names and older ones."""

from heldout.libraries.listing import members, merged
from heldout.libraries.sklearn_composites import COMPOSITES, SPLITTERS
from heldout.libraries.sklearn_functions import FUNCTIONS
from heldout.libraries.sklearn_functions import MEMBERS as DISPLAY_MEMBERS
from heldout.libraries.sklearn_older import OLDER
from heldout.libraries.sklearn_predictors import CLASSIFIERS, REGRESSORS
from heldout.libraries.sklearn_transformers import CLUSTERERS, TRANSFORMERS
from heldout.libraries.table import Entry

FLAT = True
MODULES = ("sklearn", "cuml", "sklearnex", "daal4py", "dask_ml")
NAMES = merged(TRANSFORMERS, CLUSTERERS, CLASSIFIERS, REGRESSORS, COMPOSITES, SPLITTERS, *FUNCTIONS, OLDER)

#: What some predictors hand out as transformers has learned from the target.
_ALSO_TRANSFORMERS = """
    LinearDiscriminantAnalysis PLSRegression PLSCanonical CCA IsotonicRegression StackingClassifier StackingRegressor
    VotingClassifier VotingRegressor
"""
MEMBERS = merged(members(_ALSO_TRANSFORMERS, "transform fit_transform", Entry("transformer", "label")), DISPLAY_MEMBERS)
