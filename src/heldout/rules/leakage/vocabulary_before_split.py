"""Codes or a vocabulary are learned from rows that are later held out.

## Why it matters

The score hardly moves: to know which words or categories exist tells nothing about any answer. But the test no longer
shows what becomes of a value that the encoder never saw. Held-out rows hold none, while in use one comes along sooner
or later, and then it is an exception, a column too many or a row of zeros. Split first, and the test meets them too.

```python bad
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OneHotEncoder

mushrooms = pd.read_csv("mushrooms.csv")
codes = OneHotEncoder().fit_transform(mushrooms[["odour", "cap"]])  # finding
a, b, edible_a, edible_b = train_test_split(codes, mushrooms["edible"], random_state=0)  # via
model = LogisticRegression().fit(a, edible_a)  # via
print("accuracy", model.score(b, edible_b))  # via
```

Several columns are coded in turn: that is told once.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder

loans = pd.read_csv("loans.csv")
loans["region"] = LabelEncoder().fit_transform(loans["region"])  # finding
loans["trade"] = LabelEncoder().fit_transform(loans["trade"])  # via
known, new = train_test_split(loans, random_state=4)
forest = RandomForestClassifier(random_state=4).fit(known[["region", "trade"]], known["repaid"])
print("accuracy", forest.score(new[["region", "trade"]], new["repaid"]))
```

The words of all folds are known to each of them.

```python bad
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.model_selection import cross_val_score
from sklearn.naive_bayes import MultinomialNB

letters = pd.read_csv("letters.csv")
counts = CountVectorizer().fit_transform(letters["text"])  # finding
print("accuracy", cross_val_score(MultinomialNB(), counts, letters["author"], cv=5).mean())  # via
```

The codes of the target are names for the classes, and all classes have to have one.

```python good
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder
from sklearn.tree import DecisionTreeClassifier

irises = pd.read_csv("irises.csv")
kind = LabelEncoder().fit_transform(irises["kind"])
a, b, kind_a, kind_b = train_test_split(irises[["petal", "sepal"]], kind, random_state=0)
print("accuracy", DecisionTreeClassifier(random_state=0).fit(a, kind_a).score(b, kind_b))
```

The words of the training letters serve both parts.

```python good
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB

letters = pd.read_csv("letters.csv")
old, new, author_old, author_new = train_test_split(letters["text"], letters["author"], random_state=0)
words = CountVectorizer()
model = MultinomialNB().fit(words.fit_transform(old), author_old)
print("accuracy", model.score(words.transform(new), author_new))
```

The categories are written down, whatever rows there are.

```python good
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OneHotEncoder

mushrooms = pd.read_csv("mushrooms.csv")
odours = OneHotEncoder(categories=[["almond", "anise", "foul", "none"]])
a, b, edible_a, edible_b = train_test_split(
    odours.fit_transform(mushrooms[["odour"]]), mushrooms["edible"], random_state=0
)
print("accuracy", LogisticRegression().fit(a, edible_a).score(b, edible_b))
```

## Better

Fit the encoder on the training part and say what is to become of the rest: `OneHotEncoder(handle_unknown="ignore")`,
`OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1)`. In a `Pipeline`, folds do it by themselves.

## References

- https://scikit-learn.org/stable/modules/preprocessing.html#encoding-categorical-features
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Leak, Rule, Trace, role


class VocabularyBeforeSplit(Rule):
    code = "HLD121"
    level = "advice"
    bias = "none"

    def check(self, trace: Trace) -> Iterator[Finding]:
        together: dict[object, list[Leak]] = {}
        for leak in trace.leaks:
            learn = leak.learn
            if leak.kind != "vocabulary" or not isinstance(learn, Fit) or leak.score is None or leak.is_inner(trace):
                continue
            of_training = leak.score.folds and role(learn.data.name) == "train"
            if not of_training and not _of_target(learn, leak.fit):
                together.setdefault((leak.fit, leak.score), []).append(leak)
        for first, *others in together.values():
            # A loop that codes one column in each turn is one place to go to.
            more = {other.learn.place: other for other in others if other.learn.place != first.learn.place}
            yield self.finding(
                first.learn,
                f"{first.who} learns what values there are from rows that are {first.later}: "
                "none of them can hold a value that is new to it",
                [*((other.learn, f"{other.who} does too") for other in more.values()), *first.steps()],
                confidence=first.confidence,
            )


def _of_target(learn: Fit, fit: Fit | None) -> bool:
    """Whether one column was coded, and it may be the one that the model is to predict."""
    if fit is None or fit.target is None or learn.data.columns.single()[1] is None:
        return False
    return learn in fit.target.learned
