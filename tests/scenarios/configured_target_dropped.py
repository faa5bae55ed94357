# clean
import hydra
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split


@hydra.main(config_path="conf", config_name="train", version_base=None)
def main(cfg):
    table = pd.read_csv(cfg.data.path)
    target = table[cfg.data.target]
    features = table.drop(columns=[cfg["data"]["target"]])
    a, b, ta, tb = train_test_split(features, target, random_state=cfg.seed)
    model = RandomForestRegressor(random_state=cfg.seed).fit(a, ta)  # silent
    print(model.score(b, tb))


if __name__ == "__main__":
    main()
