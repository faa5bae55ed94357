# clean
import pandas as pd
from datasets import Dataset, DatasetDict
from transformers import AutoModelForSequenceClassification, Trainer, TrainingArguments

table = pd.read_csv("letters.csv")
known, new = table[:800], table[800:]
letters = DatasetDict({"train": Dataset.from_pandas(known), "test": Dataset.from_pandas(new)})
letters = letters.map(lambda one: one, remove_columns=["text"])
model = AutoModelForSequenceClassification.from_pretrained("bert-base-uncased")
trainer = Trainer(model=model, args=TrainingArguments("out"), train_dataset=letters["train"])
trainer.train()
print(trainer.evaluate(letters["test"]))  # silent
