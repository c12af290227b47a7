"""Tags for forms: one field with all that belongs to it, the hidden key of a deed, the error summary."""

from typing import Any
from uuid import uuid4

from django import forms, template
from django.forms.boundfield import BoundField
from django.template import Context

register = template.Library()


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, who_sees: str = "", hint: str = "") -> dict[str, Any]:
    """`{% field form.name who_sees=… %}`: label, help, box, who can see it, and what is wrong."""
    hint = hint or str(bound.help_text)
    notes = {"hint": hint, "seen": who_sees, "wrong": bound.errors}
    described = " ".join(f"{bound.auto_id}_{note}" for note, text in notes.items() if text)
    kind = _kind(bound)
    return {
        "field": bound,
        "kind": kind,
        "hint": hint,
        "who_sees": who_sees,
        "described": described,
        "box": "" if kind == "choices" else bound.as_widget(attrs=_attributes(bound, described)),
        "anchor": _anchor(bound),
    }


@register.inclusion_tag("components/deed_form.html", takes_context=True)
def deed_form(context: Context, form: forms.Form | None = None) -> dict[str, Any]:
    """The hidden fields of a form that does something: the guard against other sites, and the deed's key."""
    if form is not None and "idempotency_key" in form.fields:
        key = form["idempotency_key"].value()
    else:
        key = context.get("idempotency_key") or uuid4().hex
    return {"csrf_token": context.get("csrf_token"), "key": key}


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: forms.BaseForm) -> dict[str, Any]:
    """What must be mended, each with a link to its place; nothing when all is well."""
    wrong = [
        (str(bound.label).rstrip("?:."), _anchor(bound), error) for bound in form for error in bound.errors
    ]
    return {"general": form.non_field_errors(), "wrong": wrong}


def _kind(bound: BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    if isinstance(widget, forms.RadioSelect):
        return "choices"
    if isinstance(widget, forms.FileInput):
        return "file"
    return "text"


def _anchor(bound: BoundField) -> str:
    return f"{bound.auto_id}_0" if _kind(bound) == "choices" else bound.auto_id


def _attributes(bound: BoundField, described: str) -> dict[str, str | bool]:
    attributes: dict[str, str | bool] = {"aria-describedby": described} if described else {}
    if bound.errors:
        attributes["aria-invalid"] = "true"
    return attributes
