"""``python -m heldout`` is the command ``heldout``."""

import sys

from heldout.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
