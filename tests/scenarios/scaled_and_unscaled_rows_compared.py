# clean
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

hearts = pd.read_csv("hearts.csv")
signs, ill = hearts.drop(columns="ill"), hearts["ill"]
X_train, X_test, y_train, y_test = train_test_split(signs, ill, test_size=0.2, random_state=42)
numbers = ["age", "pressure"]
X_train_scaled, X_test_scaled = X_train.copy(), X_test.copy()
scaler = StandardScaler()
X_train_scaled[numbers] = scaler.fit_transform(X_train[numbers])
X_test_scaled[numbers] = scaler.transform(X_test[numbers])

for name, model in {"forest": RandomForestClassifier(random_state=0), "neighbours": KNeighborsClassifier()}.items():
    if name == "neighbours":
        model.fit(X_train_scaled, y_train)
        guess = model.predict(X_test_scaled)
    else:
        model.fit(X_train, y_train)
        guess = model.predict(X_test)
    print(name, (guess == y_test).mean())
