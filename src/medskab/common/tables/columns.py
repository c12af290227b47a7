"""Which column of a list means what: guessed from its heading, and put right by a person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm

Mapping = dict[str, int]


@dataclass(frozen=True)
class Field:
    """Something that a list can say; `headings` as they are seen in the field."""

    name: str
    label: Any
    headings: tuple[str, ...]


def guessed_mapping(headings: Sequence[str], fields: Sequence[Field]) -> Mapping:
    """For each field the first column whose heading names it; a column is used once."""
    plain = [_plain(heading) for heading in headings]
    mapping: Mapping = {}
    for field in fields:
        for number, heading in enumerate(plain):
            if heading in (*field.headings, _plain(str(field.label))) and number not in mapping.values():
                mapping[field.name] = number
                break
    return mapping


class ColumnsForm(DeedForm):
    """Which column means what."""

    def __init__(
        self, *args: Any, headings: list[str], mapping: Mapping, of: Sequence[Field], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.of = of
        columns = [(str(number), heading or "—") for number, heading in enumerate(headings)]
        for field in of:
            self.fields[field.name] = forms.ChoiceField(
                label=field.label,
                choices=[("", _("Not in the list")), *columns],
                required=False,
                initial=str(mapping.get(field.name, "")),
            )

    @property
    def mapping(self) -> Mapping:
        """The chosen columns."""
        chosen = {field.name: self.cleaned_data[field.name] for field in self.of}
        return {name: int(column) for name, column in chosen.items() if column}


def _plain(heading: str) -> str:
    return " ".join(re.findall(r"\w+", heading.casefold()))
