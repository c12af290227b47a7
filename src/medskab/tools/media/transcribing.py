"""Words for what is said in a recording, proposed by a program that the installation names; none by default.

What a program proposes is a draft: a person hears the recording and puts the words right before they count.
"""

from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct

from . import keeping


class Transcriber(Protocol):
    """What a program must be able to do; nothing that it hears may leave the installation unasked."""

    def text_of(self, sound: bytes, kind: str, language: str) -> str:
        """The words in a recording of this media type; `language` is a hint, or empty."""


class CannotTranscribe(CannotAct):
    text = _("The program for recordings did not answer. Write it down yourself, or try again later.")


def is_there() -> bool:
    """Whether the installation names a program."""
    return bool(settings.TRANSCRIBER)


def proposed_text(name: str, language: str = "") -> str:
    """What the program hears in a kept recording."""
    program: Transcriber = import_string(settings.TRANSCRIBER)()
    kind = keeping.VOICE_TYPES[name.rpartition(".")[2]]
    try:
        return program.text_of(keeping.voice_of(name), kind, language).strip()
    except Exception as error:
        # It is somebody else's program: however it fails, a person can still write the words down.
        raise CannotTranscribe from error
