"""Columns that hold predictions: which of a table's columns were written with them, and by which model."""

from heldout.columns import Column
from heldout.reading.predictions import Prediction
from heldout.reading.values import Table, Value

#: The trait of such a column, with the model behind.
_BY = "predicted by "


def noted(column: Column, value: Value) -> Column:
    """A column that is written with a value: if that holds predictions, the column says of whom."""
    if not isinstance(value, Table) or not value.predictions:
        return column
    return column._replace(traits=column.traits | {_trait(one) for one in value.predictions})


def held(table: Table, column: Column) -> tuple[Prediction, ...]:
    """The predictions in one column of a table; where no column says of any, the table is predictions all over."""
    if not table.predictions:
        return ()
    said = {trait for trait in column.traits if trait.startswith(_BY)}
    if said:
        return tuple(one for one in table.predictions if _trait(one) in said)
    if any(trait.startswith(_BY) for trait in table.columns.traits):
        return ()
    return table.predictions


def _trait(prediction: Prediction) -> str:
    return f"{_BY}{prediction.learner.serial}"
