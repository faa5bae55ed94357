import pandas as pd
from sklearn.metrics import confusion_matrix, recall_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


def table_of(truth, answers):
    return confusion_matrix(truth, answers)  # finding: metric-args-swapped


wells = pd.read_csv("wells.csv")
X_train, X_test, y_train, y_test = train_test_split(wells[["depth", "flow"]], wells["dry"], random_state=0)
tree = DecisionTreeClassifier(random_state=0).fit(X_train, y_train)
answers = tree.predict(X_test)
print(table_of(answers, y_test))
print(recall_score(answers, y_test))  # finding: metric-args-swapped
other = DecisionTreeClassifier(random_state=1).fit(X_train, y_train)
print(recall_score(answers, other.predict(X_test)))
