import argparse

import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def main(args):
    table = pd.read_csv(args.data)
    X, y = table.drop(columns=[args.target]), table[args.target]
    if args.normalize:
        X = StandardScaler().fit_transform(X)  # finding: preprocess-before-split
    a, b, ya, yb = train_test_split(X, y, test_size=args.test_size, random_state=args.seed)  # via
    print(LogisticRegression(C=args.c).fit(a, ya).score(b, yb))  # via


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("--target", default="y")
    parser.add_argument("--normalize", action="store_true")
    parser.add_argument("--test-size", type=float, default=0.25)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--c", type=float, default=1.0)
    main(parser.parse_args())
