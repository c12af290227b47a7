"""Lets `python -m medskab.cli` do what `medskab` does."""

import sys

from medskab.cli import main

sys.exit(main())
