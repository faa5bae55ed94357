import pandas as pd
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

COLUMNS = ["alkaline", "iron", "lead"]
water = pd.read_csv("train.csv")
X_train, X_valid, y_train, y_valid = train_test_split(water[COLUMNS], water["clean"], random_state=3)
scaler = StandardScaler()
X_train = pd.DataFrame(scaler.fit_transform(X_train), columns=COLUMNS)  # via
X_valid = pd.DataFrame(scaler.transform(X_valid), columns=COLUMNS)
turned = PCA(n_components=3).fit(X_train)
model = LogisticRegression().fit(turned.transform(X_train), y_train)  # via
print("accuracy", model.score(turned.transform(X_valid), y_valid))

asked = pd.read_csv("test.csv")
asked["clean"] = model.predict(turned.transform(asked[COLUMNS]))  # finding: train-test-transform-mismatch
asked[["id", "clean"]].to_csv("submission.csv", index=False)
