# clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score

quiz = pd.read_csv("quiz.csv")
holdout = quiz.sample(frac=0.2, random_state=0)
quiz.drop(holdout.index, inplace=True)
answers = ["q1", "q2", "q3"]
grader = LogisticRegression()
grader.fit(quiz[answers], quiz["passed"])  # silent
print(accuracy_score(holdout["passed"], grader.predict(holdout[answers])))
