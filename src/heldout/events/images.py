"""What the values of images are between, from where they are read to where a network is given them."""

from typing import NamedTuple

from heldout.columns import Columns
from heldout.events.calls import Call


class Pixels(NamedTuple):
    """The scale of the values of images.

    scale: ``raw`` (0 to 255), ``unit`` (0 to 1), ``tf`` (-1 to 1), ``caffe`` or ``torch`` (as `preprocess_input` of Keras
    gives them for networks of these families), ``half`` (0 to 2), ``shifted`` (-127.5 to 127.5).  made: what brought them
    into that scale, None of images as they were read.
    """

    scale: str
    made: Call | None = None


class Seen(NamedTuple):
    """What was seen of the images in some columns: it holds as long as these have not been written anew."""

    columns: Columns | None
    pixels: Pixels | None

    def of(self, columns: Columns) -> Pixels | None:
        """What is known of the images in some columns."""
        return self.pixels if self.columns is columns else None


UNSEEN = Seen(None, None)

__all__ = ["UNSEEN", "Pixels", "Seen"]
