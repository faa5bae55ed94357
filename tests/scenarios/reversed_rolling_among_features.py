import pandas as pd
from sklearn.svm import SVR

queue = pd.read_csv("calls.csv").sort_values("minute")
coming = queue["calls"][::-1].rolling(15).mean()[::-1]  # finding: future-value-as-feature
queue = queue.assign(coming=coming).dropna()  # also: future-value-as-feature
first, last = queue.iloc[:-500], queue.iloc[-500:]
svr = SVR().fit(first[["coming", "agents"]], first["calls"])  # also: future-value-as-feature
print("R2 of the last 500 minutes", svr.score(last[["coming", "agents"]], last["calls"]))  # via
