import argparse

import pandas as pd
import sklearn.ensemble as ens
import sklearn.model_selection as ms
from sklearn import preprocessing as pp


def read(path):
    data = pd.read_csv(path)
    return {"x": data.drop(columns="crop"), "y": data["crop"]}


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("path")
    args = parser.parse_args(argv)
    bundle = read(args.path)
    bundle["x"] = pp.scale(bundle["x"])  # finding: preprocess-before-split
    x1, x2, y1, y2 = ms.train_test_split(bundle["x"], bundle["y"], random_state=0)  # via
    model = ens.ExtraTreesClassifier().fit(x1, y1)
    print(model.score(x2, y2))  # via


if __name__ == "__main__":
    main()
