import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler
from sklearn.svm import SVC

hearts = pd.read_csv("hearts.csv")
signs, ill = hearts.drop(columns="ill"), hearts["ill"]
signs_train, signs_test, ill_train, ill_test = train_test_split(signs, ill, test_size=0.2, random_state=42)
scaler = MinMaxScaler()
sings_train = scaler.fit_transform(signs_train)  # via
signs_test = scaler.transform(signs_test)
machine = SVC()
machine.fit(signs_train, ill_train)  # via
print("accuracy", machine.score(signs_test, ill_test))  # finding: train-test-transform-mismatch
