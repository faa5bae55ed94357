# clean
from datasets import load_dataset
from transformers import (AutoModelForSequenceClassification, AutoTokenizer, EarlyStoppingCallback, Trainer,
                          TrainingArguments)

reviews = load_dataset("imdb")
inner = reviews["train"].train_test_split(test_size=0.1, seed=0)
tokenizer = AutoTokenizer.from_pretrained("distilbert-base-uncased")


def code(batch):
    return tokenizer(batch["text"], truncation=True, padding="max_length")


model = AutoModelForSequenceClassification.from_pretrained("distilbert-base-uncased", num_labels=2)
settings = TrainingArguments("out", eval_strategy="epoch", save_strategy="epoch", num_train_epochs=10,
                             load_best_model_at_end=True, metric_for_best_model="eval_loss")
trainer = Trainer(model=model, args=settings, train_dataset=inner["train"].map(code, batched=True),
                  eval_dataset=inner["test"].map(code, batched=True),  # silent
                  callbacks=[EarlyStoppingCallback(early_stopping_patience=2)])
trainer.train()  # silent
print("test result", trainer.evaluate(reviews["test"].map(code, batched=True)))
