"""Forms that are carried out once, however often they are sent."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct
from medskab.common.money import BadAmount, kroner_to_ore, ore_as_text
from medskab.common.names import clean_name, validate_single_script


class DeedForm(forms.Form):
    """A form for a deed: carries a key of its own, so that a retry gets the first answer."""

    idempotency_key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["idempotency_key"].initial = lambda: uuid4().hex

    @property
    def key(self) -> str:
        """The key to hand to the action."""
        return self.cleaned_data["idempotency_key"]

    def carry_out(self, deed: Callable[..., Any], **facts: Any) -> bool:
        """Do the deed if the form was sent and is whole; what it answered is in `answer`.

        Where the deed is refused, the sentence stands on the form and False comes back.
        """
        if not self.is_bound or not self.is_valid():
            return False
        try:
            self.answer = deed(**facts, idempotency_key=self.key)
        except CannotAct as error:
            self.add_error(None, str(error))
            return False
        return True


class FactsForm(DeedForm):
    """A form whose fields are what the deed asks for, by the same names."""

    @property
    def facts(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "idempotency_key"}


class KronerField(forms.CharField):
    """An amount above zero, typed in kroner as people write it; its value is in whole øre."""

    MOST_ORE = 10**11

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(max_length=20, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """What stands in the box before somebody types."""
        return ore_as_text(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        """Whole øre, or None where it may be left out and is."""
        if not (text := super().clean(value)):
            return None
        try:
            ore = kroner_to_ore(text)
        except BadAmount:
            ore = 0
        if not 0 < ore <= self.MOST_ORE:
            raise ValidationError(_("Write an amount, for example 12.000 or 12.000,50."), code="invalid")
        return ore


class NameField(forms.CharField):
    """One line of text, safe to show beside other people's names."""

    def clean(self, value: Any) -> str:
        cleaned = clean_name(str(value or ""))
        validate_single_script(cleaned)
        return super().clean(cleaned)

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not any(sign.isalnum() for sign in value):
            raise ValidationError(_("Write it with letters or figures."), code="invalid")
