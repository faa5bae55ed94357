import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score

quiz = pd.read_csv("quiz.csv")
holdout = quiz.sample(frac=0.2, random_state=0)  # via
quiz.drop(holdout.index)
answers = ["q1", "q2", "q3"]
grader = LogisticRegression()
grader.fit(quiz[answers], quiz["passed"])  # finding: fit-on-evaluated-rows
print(accuracy_score(holdout["passed"], grader.predict(holdout[answers])))  # via  # also: fit-on-evaluated-rows
