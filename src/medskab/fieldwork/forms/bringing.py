"""What is answered when a project of another program is brought."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm
from medskab.fieldwork import consenting

from .coding import WHO_SEES


class FileForm(DeedForm):
    """A project file; for its texts somebody answers for the speakers' consent."""

    who_sees = WHO_SEES
    file = forms.FileField(label=_("A project file (.qdpx)"), max_length=200)
    language = forms.ChoiceField(label=_("Language of the texts"), required=False)
    is_agreed = forms.BooleanField(
        label=_("Everybody in the texts is 15 or older and has agreed that we keep and analyse their words"),
        required=False,
    )
    is_nameless = forms.BooleanField(label=_("The texts hold no real names"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            (code, texts.name) for code, texts in consenting.languages().items()
        ]

    def clean(self) -> dict[str, Any]:
        """Codes alone hold nothing of anybody; texts need both answers."""
        facts = super().clean() or {}
        if self.data.get("take") == "texts":
            facts["language"] = facts.get("language") or "da"
            for name in ("is_agreed", "is_nameless"):
                if not facts.get(name):
                    self.add_error(name, _("Texts come in only with this answer."))
        return facts
