from fastai.tabular.all import *
from sklearn.preprocessing import StandardScaler

set_seed(4, reproducible=True)
loans = pd.read_csv("loans.csv")
numbers = ["income", "debt", "age"]
loans[numbers] = StandardScaler().fit_transform(loans[numbers])  # finding: preprocess-before-split
splits = RandomSplitter(valid_pct=0.2, seed=4)(range_of(loans))  # via
table = TabularPandas(loans, procs=[Categorify], cont_names=numbers, y_names="default", splits=splits)
learn = tabular_learner(table.dataloaders(bs=128))
learn.fit_one_cycle(5)  # via
print(learn.validate())  # via
