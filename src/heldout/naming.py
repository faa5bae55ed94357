"""What the names of variables say about the rows they hold: train, test or validation."""

import re

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_TRAIN = frozenset({"train", "training", "trn", "tr", "fit", "learn"})
_TEST = frozenset({"test", "testing", "tst", "te", "ts", "holdout", "heldout", "held", "hold", "unseen"})
_VALIDATION = frozenset(
    {"val", "valid", "validation", "validate", "dev", "cv", "tune", "tuning", "oof", "vali", "valida"}
)
_GLUED = re.compile(r"^([a-zA-Z])(train|test|valid|val|dev)", re.IGNORECASE)
#: English words that only sound like a role.
_OTHER = frozenset(
    "eval latest contest protest greatest fastest shortest hottest fittest lightest brightest tightest smartest "
    "neatest sweetest strain constrain restrain invalid".split()
)
_FUSED = re.compile(r"(train|test|valid)(set|data|ing|ation)?$", re.IGNORECASE)


def words(name: str) -> list[str]:
    """The words of a name, in lower case: ``X_trainScaled`` gives ``x, train, scaled``; ``xtrain`` gives ``x, train``."""
    found: list[str] = []
    for piece in name.split("_"):
        for word in _WORD.findall(piece):
            if word.lower() in _OTHER:
                found.append(word.lower())
                continue
            glued = _GLUED.match(word)
            if glued and word.lower() not in _TRAIN | _TEST | _VALIDATION:
                found += [glued.group(1).lower(), glued.group(2).lower()]
                continue
            fused = _FUSED.search(word)
            found.append(fused.group(1).lower() if fused and word.lower() != fused.group(0).lower() else word.lower())
    return found


_TIME = frozenset("date datetime time timestamp day month year week hour minute quarter ds".split())


def is_time(name: str) -> bool:
    """Whether a column of this name orders rows in time."""
    return any(word in _TIME for word in words(name))


#: What numbers are of, by the words of a column's name; two columns of different kinds are on different scales.
_QUANTITIES = {
    "money": """income salary salaries wage wages price prices cost costs amount amt fare revenue balance budget fee loan debt
    spend spending charges premium tax payment profit credit limit usd eur dollars bill rent""",
    "age": "age ages",
    "year": "year yr",
    "length": "height width length depth distance km miles cm inch inches mileage odometer altitude elevation",
    "mass": "weight weights mass kg lb lbs gms grams",
    "area": "area sqft sqm acres surface footage",
    "count": """rooms bedrooms bathrooms beds baths children kids siblings sibsp parch dependents dependants floors doors
    cylinders visits calls count quantity qty persons people population households""",
    "share": "rate ratio share percent percentage pct proportion fraction score rating",
    "weather": "temperature temp humidity pressure wind windspeed rainfall precipitation",
    "blood": "glucose cholesterol insulin bmi bloodpressure chol trestbps hemoglobin creatinine",
    "duration": "tenure duration hours minutes seconds days months",
    "engine": "horsepower displacement mpg torque rpm acceleration hp",
}
_QUANTITY_OF = {word: quantity for quantity, listed in _QUANTITIES.items() for word in listed.split()}


def quantity(name: str) -> str:
    """What the numbers in a column of this name are of (``money``, ``age``, ``length`` ...), empty if the name says nothing
    or several things.
    """
    said = {_QUANTITY_OF[word] for word in words(name) if word in _QUANTITY_OF}
    return said.pop() if len(said) == 1 else ""


_CONFIGURATION = frozenset(
    """args arguments cfg conf config configs configuration options opts params hparams hyperparams hyperparameters settings
    flags namespace""".split()
)


def is_configuration(name: str) -> bool:
    """Whether a parameter of this name holds what the program is configured with."""
    return name.lower() in _CONFIGURATION or name.lower().endswith(("_cfg", "_config", "_args", "_params", "_settings"))


def role(name: str) -> str:
    """``train``, ``test`` or ``validation`` if the name says so, else empty.

    A name that says two of them (``train_test``) says nothing.
    """
    said = set()
    for word in words(name):
        if word in _TRAIN:
            said.add("train")
        elif word in _TEST:
            said.add("test")
        elif word in _VALIDATION:
            said.add("validation")
    if said in ({"train", "validation"}, {"test", "validation"}):
        return "validation"
    return said.pop() if len(said) == 1 else ""


def stem(name: str) -> str:
    """A name without the words of its role and without digits at its end: what is being parted."""
    roles = _TRAIN | _TEST | _VALIDATION
    return "_".join(word for word in words(name) if word not in roles)


def unpacked_order(names: tuple[str, ...]) -> tuple[int, ...] | None:
    """The order in which the results of a split were meant, if the names show another than train, test, train, test.

    names: the targets in the order written, twice as many as arrays were parted.  The result gives, for each target, the
    position of the result that it means; None where the order is right or the names do not tell.
    """
    if len(names) < 4 or len(names) % 2 or not all(names):
        return None
    roles = tuple(_side(role(name)) for name in names)
    if sorted(roles) != sorted(("train", "test") * (len(names) // 2)):
        return None
    if roles == ("train", "test") * (len(names) // 2):
        stems = [stem(name) for name in names]
        if len(names) == 4 and stems[0] == stems[3] != stems[1] == stems[2]:
            return (0, 3, 2, 1)
        return None
    order: list[str] = []
    for name in names:
        if stem(name) not in order:
            order.append(stem(name))
    if len(order) != len(names) // 2:
        return None
    return tuple(2 * order.index(stem(name)) + (side == "test") for name, side in zip(names, roles, strict=True))


def _side(found: str) -> str:
    return "test" if found == "validation" else found
