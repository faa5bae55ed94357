# clean
import argparse

import pandas as pd
import sklearn.linear_model as lm
import sklearn.model_selection as ms
from sklearn import pipeline, preprocessing as pp


def read(path):
    data = pd.read_csv(path)
    return {"x": data.drop(columns="crop"), "y": data["crop"]}


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("path")
    args = parser.parse_args(argv)
    bundle = read(args.path)
    x1, x2, y1, y2 = ms.train_test_split(bundle["x"], bundle["y"], random_state=0)
    makers = {"raw": lambda: lm.RidgeClassifier(),
              "scaled": lambda: pipeline.make_pipeline(pp.StandardScaler(), lm.RidgeClassifier())}
    for name, make in makers.items():
        print(name, ms.cross_val_score(make(), x1, y1).mean())  # silent
    print(makers["scaled"]().fit(x1, y1).score(x2, y2))  # silent


if __name__ == "__main__":
    main()
