# clean
from datasets import load_dataset
from torch import nn
from transformers import AutoModelForSequenceClassification, Trainer, TrainingArguments, set_seed


class WeightedTrainer(Trainer):
    def __init__(self, *args, weights=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.weights = weights

    def compute_loss(self, model, inputs, return_outputs=False):
        answers = model(**inputs)
        loss = nn.CrossEntropyLoss(weight=self.weights)(answers.logits, inputs["labels"])
        return (loss, answers) if return_outputs else loss


def main():
    set_seed(3)
    letters = load_dataset("csv", data_files="letters.csv")["train"].shuffle(seed=3)
    parts = letters.train_test_split(test_size=0.2, seed=3)
    inner = parts["train"].train_test_split(0.1, seed=3)
    model = AutoModelForSequenceClassification.from_pretrained("bert-base-cased")
    settings = TrainingArguments("out", eval_strategy="epoch", save_strategy="epoch", load_best_model_at_end=True)
    trainer = WeightedTrainer(
        model=model, args=settings, train_dataset=inner["train"], eval_dataset=inner["test"], weights=None
    )
    trainer.train()
    answers = trainer.predict(parts["test"])
    print(answers.metrics)


main()
