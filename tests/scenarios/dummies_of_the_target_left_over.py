import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

members = pd.read_csv("members.csv")
wide = pd.get_dummies(members, columns=["plan", "renewed"])
aim = wide["renewed_yes"]
rest = wide.drop(columns=["renewed_yes"])  # also: target-among-features or target-source-among-features
m_in, m_out, a_in, a_out = train_test_split(rest, aim, random_state=0)  # also: target-among-features or target-source-among-features
lr = LogisticRegression(max_iter=500).fit(m_in, a_in)  # finding: target-among-features or target-source-among-features
print(lr.score(m_out[m_in.columns], a_out))  # via
