# clean
import argparse

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

parser = argparse.ArgumentParser()
parser.add_argument("--folder", default="data")
parser.add_argument("--seed", type=int, default=7)
parser.add_argument("--test-size", type=float, default=0.2)
args = parser.parse_args()

signals = np.load(f"{args.folder}/signals.npy")
states = np.load(f"{args.folder}/states.npy")
s_train, s_test = train_test_split(signals, test_size=args.test_size, random_state=args.seed)
t_train, t_test = train_test_split(states, test_size=args.test_size, random_state=args.seed)  # silent
model = RandomForestClassifier(random_state=args.seed).fit(s_train, t_train)
print(f1_score(t_test, model.predict(s_test)))
