"""Whether rows that chose something then judge it."""

from textwrap import dedent

import pytest

from heldout.events import Choose
from heldout.reading import read
from heldout.rules.leakage.early_stopping_on_test_rows import EarlyStoppingOnTestRows
from heldout.text.source import source_from_bytes
from heldout.trace import Trace

PARTS = """
import heapq, itertools
from math import sqrt
from operator import itemgetter
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.calibration import CalibratedClassifierCV
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import *
from sklearn.model_selection import *
df = pd.read_csv("a.csv")
X, y = df.drop(columns="t"), df["t"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
"""


def trace_of(program: str) -> Trace:
    """The trace of a program that begins with a training and a test part."""
    source = source_from_bytes("program.py", (PARTS + dedent(program)).encode())
    return read(source, source.parse())


def told(program: str) -> set[str]:
    """The kinds of choice that a program tells again on the rows that chose."""
    trace = trace_of(program)
    reuse = trace.reuse
    return {choice.what for choice in trace.of(Choose) if not reuse.is_range(choice) and reuse.told_again(choice)}


#: The best of several settings, kept in ever other ways, and told on the rows that found it.
BEST_SETTINGS = {
    "if score > best": """
        best = 0
        for c in [0.01, 0.1, 1, 10, 100]:
            s = LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
            if s > best:
                best = s
                best_c = c
        print("best", best, best_c)
    """,
    "call in test": """
        best = 0
        for c in [0.01, 0.1, 1, 10, 100]:
            m = LogisticRegression(C=c).fit(X_train, y_train)
            if f1_score(y_test, m.predict(X_test)) > best:
                best = f1_score(y_test, m.predict(X_test))
                best_c = c
        print("best", best, best_c)
    """,
    "best = max(best, s)": """
        best = 0
        for c in [0.01, 0.1, 1, 10, 100]:
            s = LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
            best = max(best, s)
        print("best accuracy", best)
    """,
    "best = s if s > best else best": """
        best = 0
        for c in [0.01, 0.1, 1, 10, 100]:
            s = LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
            best = s if s > best else best
        print("best accuracy", best)
    """,
    "dict item best": """
        best = {"score": 0, "C": None}
        for c in [0.01, 0.1, 1, 10, 100]:
            s = LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
            if s > best["score"]:
                best["score"] = s
                best["C"] = c
        print("best", best["score"], best)
    """,
    "dict rebind best": """
        best = {"score": 0, "C": None}
        for c in [0.01, 0.1, 1, 10, 100]:
            s = LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
            if s > best["score"]:
                best = {"score": s, "C": c}
        print("best", best)
    """,
    "tuple best": """
        best = (0, None)
        for c in [0.01, 0.1, 1, 10, 100]:
            s = LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
            if s > best[0]:
                best = (s, c)
        print("best", best)
    """,
    "dict params then refit": """
        best = 0
        for c in [0.01, 0.1, 1, 10, 100]:
            for p in ["l1", "l2"]:
                params = {"C": c, "penalty": p}
                s = LogisticRegression(**params).fit(X_train, y_train).score(X_test, y_test)
                if s > best:
                    best = s
                    best_params = {"C": c, "penalty": p}
        m = LogisticRegression(**best_params).fit(X_train, y_train)
        print(classification_report(y_test, m.predict(X_test)))
    """,
    "continue guard": """
        best = 0
        for c in [0.01, 0.1, 1, 10, 100]:
            m = LogisticRegression(C=c).fit(X_train, y_train)
            s = m.score(X_test, y_test)
            if s <= best:
                continue
            best, kept = s, m
        print("accuracy", accuracy_score(y_test, kept.predict(X_test)))
    """,
    "while": """
        k, best, best_k = 1, 0.0, None
        while k < 30:
            s = LogisticRegression(C=k).fit(X_train, y_train).score(X_test, y_test)
            if s > best:
                best, best_k = s, k
            k += 2
        print(f"best C {best_k}: {best:.3f}")
    """,
    "product": """
        best = 0
        for c, p in itertools.product([0.1, 1, 10], ["l1", "l2"]):
            m = LogisticRegression(C=c, penalty=p).fit(X_train, y_train)
            auc = roc_auc_score(y_test, m.predict_proba(X_test)[:, 1])
            if auc > best:
                best = auc
                best_model = m
        y_pred = best_model.predict(X_test)
        print(accuracy_score(y_test, y_pred))
    """,
    "ParameterGrid": """
        best = -np.inf
        grid = {"n_estimators": [10, 50], "max_depth": [2, 5]}
        for g in ParameterGrid(grid):
            rf = RandomForestClassifier(random_state=0)
            rf.set_params(**g)
            rf.fit(X_train, y_train)
            if rf.score(X_test, y_test) > best:
                best = rf.score(X_test, y_test)
                best_grid = g
        print("best", best, best_grid)
    """,
    "list argmax refit": """
        scores = []
        cs = np.arange(0.1, 10, 0.5)
        for c in cs:
            scores.append(LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test))
        c = cs[np.argmax(scores)]
        final = LogisticRegression(C=c).fit(X_train, y_train)
        print("acc", final.score(X_test, y_test))
    """,
    "list max printed": """
        scores = []
        for c in np.arange(0.1, 10, 0.5):
            scores.append(LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test))
        print("best", max(scores))
    """,
    "index of max": """
        scores = []
        cs = [0.01, 0.1, 1, 10]
        for c in cs:
            scores.append(LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test))
        best_c = cs[scores.index(max(scores))]
        print(LogisticRegression(C=best_c).fit(X_train, y_train).score(X_test, y_test))
    """,
    "error argmin": """
        errors = []
        ks = range(1, 40)
        for k in ks:
            m = LogisticRegression(C=k).fit(X_train, y_train)
            errors.append(1 - accuracy_score(y_test, m.predict(X_test)))
        best = ks[np.argmin(errors)]
        m = LogisticRegression(C=best).fit(X_train, y_train)
        print("error", 1 - m.score(X_test, y_test))
    """,
    "hand error mean": """
        errors = []
        for k in range(1, 40):
            m = LogisticRegression(C=k).fit(X_train, y_train)
            errors.append(np.mean(m.predict(X_test) != y_test))
        print("Minimum error:", min(errors), "at K =", errors.index(min(errors)))
    """,
    "dict max key get": """
        results = {}
        for c in [0.01, 0.1, 1, 10]:
            results[c] = LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
        best = max(results, key=results.get)
        print("best", best, results[best])
    """,
    "dict max lambda": """
        results = {}
        for c in [0.01, 0.1, 1, 10]:
            results[c] = LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
        best = max(results, key=lambda c: results[c])
        print("best", best, results[best])
    """,
    "dict max items": """
        results = {}
        for c in [0.01, 0.1, 1, 10]:
            results[c] = LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
        best, score = max(results.items(), key=lambda item: item[1])
        print("best", best, score)
    """,
    "list of tuples max lambda": """
        results = []
        for c in [0.01, 0.1, 1, 10]:
            results.append((c, LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)))
        best = max(results, key=lambda r: r[1])
        print("best", best)
    """,
    "list of dicts itemgetter": """
        from operator import itemgetter
        results = []
        for c in [0.01, 0.1, 1, 10]:
            results.append({"c": c, "acc": LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)})
        best = max(results, key=itemgetter("acc"))
        print("best accuracy", best["acc"])
    """,
    "zip max": """
        cs = [0.01, 0.1, 1, 10]
        scores = [LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test) for c in cs]
        score, c = max(zip(scores, cs))
        print("best", score)
    """,
    "sorted zip": """
        cs = [0.01, 0.1, 1, 10]
        scores = [LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test) for c in cs]
        score, c = sorted(zip(scores, cs), reverse=True)[0]
        print("best", score)
    """,
    "list.sort": """
        results = []
        for c in [0.01, 0.1, 1, 10]:
            results.append((LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test), c))
        results.sort(reverse=True)
        best_c = results[0][1]
        print("acc", LogisticRegression(C=best_c).fit(X_train, y_train).score(X_test, y_test))
    """,
    "frame idxmax": """
        rows = []
        for c in [0.01, 0.1, 1, 10]:
            rows.append({"C": c, "acc": LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)})
        results = pd.DataFrame(rows)
        best = results.loc[results["acc"].idxmax()]
        final = LogisticRegression(C=best["C"]).fit(X_train, y_train)
        print("acc", final.score(X_test, y_test))
    """,
    "frame sort_values iloc": """
        rows = []
        for c in [0.01, 0.1, 1, 10]:
            rows.append([c, LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)])
        results = pd.DataFrame(rows, columns=["C", "acc"])
        best = results.sort_values("acc", ascending=False).iloc[0]
        final = LogisticRegression(C=best["C"]).fit(X_train, y_train)
        print("acc", final.score(X_test, y_test))
    """,
    "frame nlargest": """
        rows = []
        for c in [0.01, 0.1, 1, 10]:
            rows.append([c, LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)])
        results = pd.DataFrame(rows, columns=["C", "acc"])
        top = results.nlargest(1, "acc")
        final = LogisticRegression(C=top["C"].values[0]).fit(X_train, y_train)
        print("acc", final.score(X_test, y_test))
    """,
    "series idxmax": """
        scores = pd.Series({c: LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test) for c in [0.1, 1, 10]})
        c = scores.idxmax()
        print("acc", LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test))
    """,
    "heapq": """
        results = []
        for c in [0.01, 0.1, 1, 10]:
            results.append((LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test), c))
        best = heapq.nlargest(1, results)[0]
        print("best", best)
    """,
    "numpy array argmax": """
        cs = [0.01, 0.1, 1, 10]
        acc = np.zeros(len(cs))
        for i, c in enumerate(cs):
            acc[i] = LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
        c = cs[acc.argmax()]
        print("acc", LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test))
    """,
    "numpy array max printed": """
        Ks = 10
        mean_acc = np.zeros((Ks-1))
        for n in range(1, Ks):
            m = LogisticRegression(C=n).fit(X_train, y_train)
            yhat = m.predict(X_test)
            mean_acc[n-1] = accuracy_score(y_test, yhat)
        print("The best accuracy was with", mean_acc.max(), "with k=", mean_acc.argmax()+1)
    """,
    "models dict best": """
        models = {"lr": LogisticRegression(), "rf": RandomForestClassifier(random_state=0)}
        best_score, best_name = 0, None
        for name, model in models.items():
            model.fit(X_train, y_train)
            s = model.score(X_test, y_test)
            print(name, s)
            if s > best_score:
                best_score, best_name = s, name
        best_model = models[best_name]
        print("chosen", best_name)
        print(classification_report(y_test, best_model.predict(X_test)))
    """,
    "both chosen by test, reported val too by a validation part": """
        X_rest, y_rest = X_train, y_train
        X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, random_state=0)
        best = 0
        for c in [0.01, 0.1, 1, 10, 100]:
            m = LogisticRegression(C=c).fit(X_train, y_train)
            print("val", m.score(X_val, y_val))
            s = m.score(X_test, y_test)
            if s > best:
                best, kept = s, m
        print("test", kept.score(X_test, y_test))
    """,
    "instance attr best": """
        class Tuner:
            def __init__(self):
                self.best = 0
                self.model = None
            def run(self):
                for c in [0.1, 1, 10]:
                    m = LogisticRegression(C=c).fit(X_train, y_train)
                    s = m.score(X_test, y_test)
                    if s > self.best:
                        self.best = s
                        self.model = m
                return self.model
        kept = Tuner().run()
        print(accuracy_score(y_test, kept.predict(X_test)))
    """,
    "function returns best": """
        def tune(a, b, ya, yb):
            best, best_c = 0, None
            for c in [0.1, 1, 10]:
                s = LogisticRegression(C=c).fit(a, ya).score(b, yb)
                if s > best:
                    best, best_c = s, c
            return best_c, best
        c, s = tune(X_train, X_test, y_train, y_test)
        print("best", c, s)
    """,
    "two models if else picks": """
        a = LogisticRegression().fit(X_train, y_train)
        b = RandomForestClassifier(random_state=0).fit(X_train, y_train)
        sa, sb = a.score(X_test, y_test), b.score(X_test, y_test)
        if sa > sb:
            final = a
        else:
            final = b
        print("final", roc_auc_score(y_test, final.predict_proba(X_test)[:, 1]))
    """,
    "min rmse list": """
        from math import sqrt
        rmse_val = []
        for K in range(20):
            model = Ridge(alpha=K)
            model.fit(X_train, y_train)
            pred = model.predict(X_test)
            error = sqrt(mean_squared_error(y_test, pred))
            rmse_val.append(error)
        print("lowest RMSE", np.min(rmse_val))
    """,
    "hand rmse scan": """
        best_rmse = float("inf")
        for a in np.logspace(-3, 3, 20):
            pred = Ridge(alpha=a).fit(X_train, y_train).predict(X_test)
            rmse = np.sqrt(np.mean((y_test - pred) ** 2))
            if rmse < best_rmse:
                best_rmse = rmse
                best_alpha = a
        print("Best alpha", best_alpha, "RMSE", best_rmse)
    """,
    "nested function score": """
        def evaluate(model):
            model.fit(X_train, y_train)
            return roc_auc_score(y_test, model.predict_proba(X_test)[:, 1])
        best_auc, best_depth = 0, None
        for depth in range(2, 12):
            auc = evaluate(RandomForestClassifier(max_depth=depth, random_state=0))
            if best_auc < auc:
                best_auc, best_depth = auc, depth
        print(best_depth, best_auc)
    """,
}
#: Figures that are compared and choose nothing, or that choose by rows of their own.
NOTHING_CHOSEN = {
    "frame sort_values shown only": """
        rows = []
        for c in [0.01, 0.1, 1, 10]:
            rows.append([c, LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)])
        results = pd.DataFrame(rows, columns=["C", "acc"])
        print(results.sort_values("acc", ascending=False))
    """,
    "models compared only": """
        models = {"lr": LogisticRegression(), "rf": RandomForestClassifier(random_state=0)}
        for name, model in models.items():
            model.fit(X_train, y_train)
            print(name, model.score(X_test, y_test))
    """,
    "val then test by a validation part": """
        X_rest, y_rest = X_train, y_train
        X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, random_state=0)
        best = 0
        for c in [0.01, 0.1, 1, 10, 100]:
            m = LogisticRegression(C=c).fit(X_train, y_train)
            s = m.score(X_val, y_val)
            if s > best:
                best, kept = s, m
        print("val", best)
        print("test", kept.score(X_test, y_test))
    """,
    "max abs error is no score": """
        m = Ridge().fit(X_train, y_train)
        worst = np.max(np.abs(y_test - m.predict(X_test)))
        print("max error", worst, np.max(y_test - m.predict(X_test)))
    """,
    "max error of several": """
        worst = []
        for a in [0.1, 1]:
            m = Ridge(alpha=a).fit(X_train, y_train)
            worst.append(np.max(m.predict(X_test)))
        print(np.max(np.array(worst)))
    """,
    "per class max": """
        m = LogisticRegression().fit(X_train, y_train)
        scores = f1_score(y_test, m.predict(X_test), average=None)
        print("best class", np.argmax(scores), max(scores))
    """,
    "fold scores max": """
        s = cross_val_score(LogisticRegression(), X_train, y_train)
        print(s.max(), s.min(), s.mean())
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "score against constant": """
        for c in [0.1, 1, 10]:
            m = LogisticRegression(C=c).fit(X_train, y_train)
            s = m.score(X_test, y_test)
            if s > 0.9:
                verdict = "good"
            else:
                verdict = "bad"
            print(c, s, verdict)
    """,
    "winner decoration only": """
        scores = {}
        for c in [0.1, 1, 10]:
            scores[c] = LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
        import matplotlib.pyplot as plt
        plt.ylim(0, max(scores.values()) + 0.1)
        plt.bar(list(scores), list(scores.values()))
        plt.show()
    """,
    "two models if else": """
        a = LogisticRegression().fit(X_train, y_train)
        b = RandomForestClassifier(random_state=0).fit(X_train, y_train)
        sa, sb = a.score(X_test, y_test), b.score(X_test, y_test)
        if sa > sb:
            print("logistic is better")
        else:
            print("forest is better")
    """,
    "epochs on val by a validation part": """
        X_rest, y_rest = X_train, y_train
        X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, random_state=0)
        m = LogisticRegression(warm_start=True)
        best = 0
        for epoch in range(10):
            m.fit(X_train, y_train)
            s = m.score(X_val, y_val)
            if s > best:
                best = s
                print("saved")
        print(m.score(X_test, y_test))
    """,
}
#: Thresholds that suit the rows on which they are then told.
BEST_THRESHOLDS = {
    "loop thresholds": """
        m = LogisticRegression().fit(X_train, y_train)
        proba = m.predict_proba(X_test)[:, 1]

        best_f1, best_t = 0, 0
        for t in np.arange(0.1, 0.9, 0.01):
            s = f1_score(y_test, (proba >= t).astype(int))
            if s > best_f1:
                best_f1, best_t = s, t
        print("best threshold", best_t, "F1", best_f1)
    """,
    "loop thresholds list": """
        m = LogisticRegression().fit(X_train, y_train)
        proba = m.predict_proba(X_test)[:, 1]

        scores = []
        ts = np.linspace(0, 1, 101)
        for t in ts:
            scores.append(f1_score(y_test, np.where(proba > t, 1, 0)))
        best = ts[np.argmax(scores)]
        print(classification_report(y_test, proba > best))
    """,
    "comprehension thresholds": """
        m = LogisticRegression().fit(X_train, y_train)
        proba = m.predict_proba(X_test)[:, 1]

        ts = np.linspace(0, 1, 101)
        scores = [accuracy_score(y_test, [1 if p > t else 0 for p in proba]) for t in ts]
        best = ts[np.argmax(scores)]
        print("best threshold", best, max(scores))
    """,
    "thresholds of literal list": """
        m = LogisticRegression().fit(X_train, y_train)
        proba = m.predict_proba(X_test)[:, 1]

        best = 0
        for t in [0.3, 0.4, 0.5, 0.6]:
            y_pred = proba > t
            s = f1_score(y_test, y_pred)
            if s > best:
                best = s
                best_threshold = t
        final = (proba > best_threshold).astype(int)
        print(classification_report(y_test, final))
    """,
    "thresholds by frame": """
        m = LogisticRegression().fit(X_train, y_train)
        proba = m.predict_proba(X_test)[:, 1]

        rows = []
        for t in np.arange(0.1, 0.9, 0.05):
            pred = (proba >= t).astype(int)
            rows.append({"t": t, "f1": f1_score(y_test, pred), "recall": recall_score(y_test, pred)})
        table = pd.DataFrame(rows)
        best_t = table.loc[table["f1"].idxmax(), "t"]
        print(confusion_matrix(y_test, proba >= best_t))
    """,
    "youden": """
        m = LogisticRegression().fit(X_train, y_train)
        proba = m.predict_proba(X_test)[:, 1]

        fpr, tpr, ts = roc_curve(y_test, proba)
        j = tpr - fpr
        ix = np.argmax(j)
        best = ts[ix]
        print("Youden threshold", best)
        print(f1_score(y_test, (proba >= best).astype("int")))
    """,
    "gmeans": """
        m = LogisticRegression().fit(X_train, y_train)
        proba = m.predict_proba(X_test)[:, 1]

        fpr, tpr, ts = roc_curve(y_test, proba)
        gmeans = np.sqrt(tpr * (1 - fpr))
        ix = np.argmax(gmeans)
        print("Best Threshold=%f, G-Mean=%.3f" % (ts[ix], gmeans[ix]))
    """,
    "f1 of curve": """
        m = LogisticRegression().fit(X_train, y_train)
        proba = m.predict_proba(X_test)[:, 1]

        precision, recall, ts = precision_recall_curve(y_test, proba)
        fscore = (2 * precision * recall) / (precision + recall)
        ix = np.argmax(fscore)
        print("Best Threshold=%f, F-Score=%.3f" % (ts[ix], fscore[ix]))
    """,
    "roc youden lambda": """
        m = LogisticRegression().fit(X_train, y_train)
        proba = m.predict_proba(X_test)[:, 1]

        fpr, tpr, ts = roc_curve(y_test, proba)
        optimal = sorted(list(zip(np.abs(tpr - (1 - fpr)), ts)), key=lambda i: i[0], reverse=False)[0][1]
        print(accuracy_score(y_test, [1 if p > optimal else 0 for p in proba]))
    """,
    "fixed from curve": """
        m = LogisticRegression().fit(X_train, y_train)
        proba = m.predict_proba(X_test)[:, 1]

        precision, recall, ts = precision_recall_curve(y_test, proba)
        t = ts[np.argmax(2 * precision * recall / (precision + recall))]
        fixed = FixedThresholdClassifier(LogisticRegression(), threshold=t).fit(X_train, y_train)
        print(f1_score(y_test, fixed.predict(X_test)))
    """,
    "youden function": """
        m = LogisticRegression().fit(X_train, y_train)
        proba = m.predict_proba(X_test)[:, 1]

        def find_optimal(target, predicted):
            fpr, tpr, threshold = roc_curve(target, predicted)
            i = np.arange(len(tpr))
            roc = pd.DataFrame({"tf": pd.Series(tpr - (1 - fpr), index=i), "threshold": pd.Series(threshold, index=i)})
            roc_t = roc.iloc[(roc.tf - 0).abs().argsort()[:1]]
            return list(roc_t["threshold"])
        t = find_optimal(y_test, proba)
        print(confusion_matrix(y_test, proba > t))
    """,
}
#: Thresholds that were fixed, chosen by other rows, or only shown.
NO_THRESHOLD = {
    "thresholds table only": """
        m = LogisticRegression().fit(X_train, y_train)
        proba = m.predict_proba(X_test)[:, 1]

        for t in np.arange(0.1, 0.9, 0.05):
            pred = (proba >= t).astype(int)
            print(t, precision_score(y_test, pred), recall_score(y_test, pred))
    """,
    "validation thresholds by a validation part": """
        X_rest, y_rest = X_train, y_train
        X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, random_state=0)
        m = LogisticRegression().fit(X_train, y_train)
        proba_val = m.predict_proba(X_val)[:, 1]
        proba = m.predict_proba(X_test)[:, 1]

        best_f1, best_t = 0, 0
        for t in np.arange(0.1, 0.9, 0.01):
            s = f1_score(y_val, (proba_val >= t).astype(int))
            if s > best_f1:
                best_f1, best_t = s, t
        print("F1", f1_score(y_test, proba >= best_t), "on validation", best_f1)
    """,
    "tuned threshold classifier": """
        tuned = TunedThresholdClassifierCV(LogisticRegression(), scoring="f1").fit(X_train, y_train)
        print(f1_score(y_test, tuned.predict(X_test)), tuned.best_threshold_)
    """,
    "fixed": """
        fixed = FixedThresholdClassifier(LogisticRegression(), threshold=0.3).fit(X_train, y_train)
        print(f1_score(y_test, fixed.predict(X_test)))
    """,
    "calibrated frozen on val by a validation part": """
        X_rest, y_rest = X_train, y_train
        X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, random_state=0)
        from sklearn.calibration import CalibratedClassifierCV
        from sklearn.frozen import FrozenEstimator
        m = LogisticRegression().fit(X_train, y_train)
        c = CalibratedClassifierCV(FrozenEstimator(m)).fit(X_val, y_val)
        print(brier_score_loss(y_test, c.predict_proba(X_test)[:, 1]))
    """,
    "calibrated cv on train": """
        from sklearn.calibration import CalibratedClassifierCV
        c = CalibratedClassifierCV(LogisticRegression(), cv=5).fit(X_train, y_train)
        print(brier_score_loss(y_test, c.predict_proba(X_test)[:, 1]))
    """,
    "recall at precision": """
        m = LogisticRegression().fit(X_train, y_train)
        proba = m.predict_proba(X_test)[:, 1]

        precision, recall, ts = precision_recall_curve(y_test, proba)
        t = ts[np.argmax(precision >= 0.9)]
        print(recall_score(y_test, proba >= t))
    """,
}


def test_shaped_by_a_choice() -> None:
    """The figures that a choice shaped are those of the model that it chose, afterwards."""
    trace = trace_of("g = GridSearchCV(Ridge(), {}).fit(X_train, y_train)\nprint(g.score(X_test, y_test))")
    (choice,) = trace.of(Choose)
    assert [score.function for score in trace.reuse.shaped_by(choice)] == ["GridSearchCV.score"]


@pytest.mark.parametrize("program", BEST_SETTINGS.values(), ids=BEST_SETTINGS)
def test_best_setting_told_on_the_rows_that_chose_it(program: str) -> None:
    """However a program keeps the best of several, it is seen that the rows that chose it are those that judge it."""
    kinds = told(program)
    assert kinds
    assert kinds <= {"best-so-far", "best-of"}


@pytest.mark.parametrize("program", BEST_THRESHOLDS.values(), ids=BEST_THRESHOLDS)
def test_threshold_told_on_the_rows_that_chose_it(program: str) -> None:
    """A choice in which only the cut of one model's predictions varies is one of a threshold."""
    assert told(program) == {"threshold"}


@pytest.mark.parametrize("program", {**NOTHING_CHOSEN, **NO_THRESHOLD}.values(), ids={**NOTHING_CHOSEN, **NO_THRESHOLD})
def test_figures_that_choose_nothing_here(program: str) -> None:
    """Comparing is not choosing, and choosing by other rows than those that judge is right."""
    assert not told(program)


def test_figure_reported_on_rows() -> None:
    """The first figure that is shown for exactly some rows is known by the rows; hidden ones and those of others are not."""
    trace = trace_of("""
        model = Ridge().fit(X_train, y_train)
        hidden = model.score(X_test, y_test)
        print("R2", model.score(X_test, y_test))
    """)
    hidden, shown = trace.scores
    assert trace.reuse.reported_on(hidden.rows) is shown
    assert trace.reuse.reported_on(shown.fits[0].rows) is None


def test_model_without_a_figure_that_stops_by_reported_rows() -> None:
    """A model of which no figure is in sight is no error where it is stopped by the rows of others, but worth advice."""
    trace = trace_of("""
        from catboost import CatBoostClassifier
        print("R2", Ridge().fit(X_train, y_train).score(X_test, y_test))
        final = CatBoostClassifier().fit(X_train, y_train, eval_set=(X_test, y_test))
    """)
    (finding,) = EarlyStoppingOnTestRows().check(trace)
    assert (finding.level, finding.message.startswith("`CatBoostClassifier` stops")) == ("advice", True)
