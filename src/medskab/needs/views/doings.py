"""What can be done with an input: the words of each button, its form and its deed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from medskab.needs import actions
from medskab.needs.forms import sorting as forms
from medskab.needs.models import Input, InputState


@dataclass(frozen=True)
class Doing:
    """A page's words, its form, and the action behind its button."""

    title: str | Promise
    button: str | Promise
    said: str | Promise
    form: type[forms.InputForm]
    action: Callable[..., Any]
    is_end: bool = False
    is_dangerous: bool = False


DOINGS = {
    "join": Doing(
        _("Join it to a need or an asset"),
        _("Join it"),
        _("It is joined."),
        forms.JoinForm,
        actions.join_input,
        is_end=True,
    ),
    "unjoin": Doing(
        _("Undo a join"),
        _("Undo the join"),
        _("It is undone."),
        forms.UnjoinForm,
        actions.unjoin_input,
        is_dangerous=True,
    ),
    "answer": Doing(
        _("Answer"),
        _("Send the answer"),
        _("The answer stands on the receipt."),
        forms.AnswerForm,
        actions.answer_input,
        is_end=True,
    ),
    "decline": Doing(
        _("Decline, with a reason"),
        _("Decline it"),
        _("The reason stands on the receipt."),
        forms.DeclineForm,
        actions.decline_input,
        is_end=True,
    ),
    "voice-text": Doing(
        _("Write down the recording"),
        _("Keep the text"),
        _("The text is kept."),
        forms.VoiceTextForm,
        actions.write_voice_text,
    ),
    "redact": Doing(
        _("Take out what must not be read"),
        _("Keep only this"),
        _("It is taken out for good."),
        forms.RedactForm,
        actions.redact_input,
        is_dangerous=True,
    ),
    "hide": Doing(
        _("Put it aside for care"),
        _("Put it aside"),
        _("It is put aside. What helps now stands below."),
        forms.HideForm,
        actions.hide_input,
        is_dangerous=True,
    ),
}

_OPEN_TO = {
    InputState.NEW: ("join", "answer", "decline", "voice-text", "redact", "hide"),
    InputState.HIDDEN: ("redact", "answer", "decline", "voice-text"),
    InputState.JOINED: ("join", "unjoin", "voice-text", "redact"),
    InputState.ANSWERED: ("redact",),
    InputState.DECLINED: ("redact",),
}


def possible(row: Input) -> list[str]:
    """What can be done with it now, the likeliest first."""
    names = _OPEN_TO[InputState(row.state)]
    return [name for name in names if name != "voice-text" or row.voice]
