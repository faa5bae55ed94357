from datasets import load_dataset
from transformers import (AutoModelForSequenceClassification, AutoTokenizer, EarlyStoppingCallback, Trainer,
                          TrainingArguments)

reviews = load_dataset("imdb")
tokenizer = AutoTokenizer.from_pretrained("distilbert-base-uncased")
coded = reviews.map(lambda batch: tokenizer(batch["text"], truncation=True, padding="max_length"), batched=True)  # silent
model = AutoModelForSequenceClassification.from_pretrained("distilbert-base-uncased", num_labels=2)
settings = TrainingArguments("out", eval_strategy="epoch", save_strategy="epoch", num_train_epochs=10,
                             load_best_model_at_end=True, metric_for_best_model="eval_loss")
trainer = Trainer(model=model, args=settings, train_dataset=coded["train"], eval_dataset=coded["test"],  # also: early-stopping-on-test-rows
                  callbacks=[EarlyStoppingCallback(early_stopping_patience=2)])
trainer.train()  # finding: early-stopping-on-test-rows
print("test result", trainer.evaluate(coded["test"]))  # via  # also: early-stopping-on-test-rows
