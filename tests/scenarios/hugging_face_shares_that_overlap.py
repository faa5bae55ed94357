from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments, set_seed

set_seed(1)
tokenizer = AutoTokenizer.from_pretrained("distilroberta-base")
learned = load_dataset("ag_news", split="train[:90%]")
judged = load_dataset("ag_news", split="train[80%:]")


def code(row):
    return tokenizer(row["text"], truncation=True, max_length=128)


learned, judged = learned.map(code, batched=True), judged.map(code, batched=True)
model = AutoModelForSequenceClassification.from_pretrained("distilroberta-base", num_labels=4)
trainer = Trainer(model, TrainingArguments("out", num_train_epochs=1), train_dataset=learned, processing_class=tokenizer)
trainer.train()  # finding: scored-on-training-rows or fit-on-evaluated-rows
print(trainer.evaluate(judged))  # via
