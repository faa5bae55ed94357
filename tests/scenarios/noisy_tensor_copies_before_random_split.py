import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

waves, words = torch.load("waves.pt"), torch.load("words.pt")
noisy = waves + 0.01 * torch.randn_like(waves)
waves, words = torch.cat([waves, noisy]), torch.cat([words, words])  # finding: augment-before-split
learn, check = random_split(TensorDataset(waves, words), [0.9, 0.1])  # via
ear = nn.Linear(800, 10)
adam = torch.optim.AdamW(ear.parameters(), lr=1e-3)
for _ in range(5):
    for wave, word in DataLoader(learn, batch_size=16, shuffle=True):
        loss = nn.functional.cross_entropy(ear(wave), word)
        adam.zero_grad()
        loss.backward()
        adam.step()
ear.eval()
with torch.no_grad():
    total = sum((ear(wave).argmax(1) == word).sum().item() for wave, word in DataLoader(check, batch_size=64))  # via
print(total / len(check))
