"""What the web server loads: the real site, in a process that dies when it is told to."""

from medskab.cli.web_process import application
from tests.trust.decision_process import be_mortal

__all__ = ["application"]

be_mortal("web")
