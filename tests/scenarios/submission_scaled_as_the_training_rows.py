# clean
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

COLUMNS = ["alkaline", "iron", "lead"]
water = pd.read_csv("train.csv")
X_train, X_valid, y_train, y_valid = train_test_split(water[COLUMNS], water["clean"], random_state=3)
scaler, turned = StandardScaler(), PCA(n_components=3)


def prepared(rows):
    return turned.transform(pd.DataFrame(scaler.transform(rows[COLUMNS]), columns=COLUMNS))


turned.fit(scaler.fit_transform(X_train))
model = LogisticRegression().fit(prepared(X_train), y_train)
print("accuracy", model.score(prepared(X_valid), y_valid))

asked = pd.read_csv("test.csv")
asked["clean"] = model.predict(prepared(asked))
asked[["id", "clean"]].to_csv("submission.csv", index=False)
