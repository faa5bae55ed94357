from collections.abc import Callable

from heldout.assembly import Augment
from heldout.events import Split
from heldout.rows import meets
from heldout.trace import Trace

Read = Callable[[str], Trace]


def test_generators_of_images_cut_folders(read: Read) -> None:
    """The two subsets that generators with one share cut from a folder have no rows in common."""
    trace = read(
        "from keras.preprocessing.image import ImageDataGenerator\n"
        "one = ImageDataGenerator(horizontal_flip=True, validation_split=0.2)\n"
        "two = ImageDataGenerator(validation_split=0.2)\n"
        "a = one.flow_from_directory('leaves', subset='training')\n"
        "b = two.flow_from_directory('leaves', subset='validation')\n"
        "c = two.flow_from_directory('leaves')\n"
    )
    first, second = (split.parts[0] for split in trace.of(Split))
    assert (first.role, second.role) == ("train", "test")
    assert meets(first.rows, second.rows) == "no"
    assert [event.function for event in trace.of(Augment)] == ["ImageDataGenerator"]
