# clean
import copy
import os
import torch
from torch import nn, optim
from torchvision import datasets, models, transforms

folder = "insects"
changes = {
    "train": transforms.Compose([transforms.RandomResizedCrop(224), transforms.ToTensor()]),
    "val": transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224), transforms.ToTensor()]),
}
sets = {part: datasets.ImageFolder(os.path.join(folder, part), changes[part]) for part in ["train", "val"]}
loaders = {part: torch.utils.data.DataLoader(sets[part], batch_size=4, shuffle=True) for part in ["train", "val"]}
sizes = {part: len(sets[part]) for part in ["train", "val"]}


def train_model(model, criterion, optimizer, scheduler, epochs=25):
    best_weights, best_accuracy = copy.deepcopy(model.state_dict()), 0.0
    for epoch in range(epochs):
        for phase in ["train", "val"]:
            model.train(phase == "train")
            running_loss, right = 0.0, 0
            for inputs, labels in loaders[phase]:
                optimizer.zero_grad()
                with torch.set_grad_enabled(phase == "train"):
                    outputs = model(inputs)
                    _, guesses = torch.max(outputs, 1)
                    loss = criterion(outputs, labels)
                    if phase == "train":
                        loss.backward()
                        optimizer.step()
                running_loss += loss.item() * inputs.size(0)
                right += torch.sum(guesses == labels.data)
            if phase == "train":
                scheduler.step()
            accuracy = right.double() / sizes[phase]
            print(phase, running_loss / sizes[phase], accuracy)
            if phase == "val" and accuracy > best_accuracy:  # silent
                best_accuracy, best_weights = accuracy, copy.deepcopy(model.state_dict())
    print("best val", best_accuracy)
    model.load_state_dict(best_weights)
    return model


network = models.resnet18(weights="DEFAULT")
network.fc = nn.Linear(network.fc.in_features, 2)
adam = optim.Adam(network.parameters())
train_model(network, nn.CrossEntropyLoss(), adam, optim.lr_scheduler.StepLR(adam, 7))
