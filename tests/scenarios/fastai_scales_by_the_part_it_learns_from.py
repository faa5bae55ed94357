# clean
from fastai.tabular.all import *

set_seed(4, reproducible=True)
loans = pd.read_csv("loans.csv")
numbers = ["income", "debt", "age"]
splits = RandomSplitter(valid_pct=0.2, seed=4)(range_of(loans))
table = TabularPandas(loans, procs=[Categorify, FillMissing, Normalize], cont_names=numbers, y_names="default", splits=splits)
learn = tabular_learner(table.dataloaders(bs=128))
learn.fit_one_cycle(5)
print(learn.validate())
