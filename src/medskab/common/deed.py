"""The one door for change: a deed is done whole, once, in one durable transaction, or not at all."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from medskab.common.models import DeedReceipt

P = ParamSpec("P")
R = TypeVar("R")

_inside: ContextVar[bool] = ContextVar("inside_a_deed", default=False)


class CannotAct(Exception):
    """A deed was refused and nothing changed; the text can be shown to a resident."""

    text: str | Promise = _("This cannot be done.")

    def __init__(self, text: str | Promise | None = None) -> None:
        if text is not None:
            self.text = text
        super().__init__(self.text)

    def __str__(self) -> str:
        return str(self.text)


class KeyUsedElsewhere(CannotAct):
    text = _("This form was already used for something else. Load the page again and repeat what you did.")


def deed(function: Callable[P, R]) -> Callable[..., R]:
    """Run an action in the outermost, durable transaction; a deed called by a deed becomes part of it.

    The caller may give `idempotency_key`: the same key again returns the first answer and does nothing.
    The answer must then be a model instance or None.
    """
    name = f"{function.__module__.removeprefix('medskab.')}.{function.__name__}"

    @wraps(function)
    def done(*args: Any, **kwargs: Any) -> R:
        key = str(kwargs.pop("idempotency_key", "") or "")
        if _inside.get():
            return function(*args, **kwargs)
        by = _actor(kwargs.get("by"))
        if not key:
            return _run(function, args, kwargs)
        if receipt := DeedReceipt.objects.filter(key=key).first():
            return cast(R, _first_answer(receipt, name, by))
        try:
            return _run(function, args, kwargs, DeedReceipt(key=key, deed=name, by=by))
        except IntegrityError:
            # Another request with the same key may have been first; any other broken constraint is raised on.
            if receipt := DeedReceipt.objects.filter(key=key).first():
                return cast(R, _first_answer(receipt, name, by))
            raise

    done.is_deed = True  # type: ignore[attr-defined]
    return done


def _run(function: Callable[..., R], args: tuple, kwargs: dict, receipt: DeedReceipt | None = None) -> R:
    token = _inside.set(True)
    try:
        with transaction.atomic(durable=True):
            if receipt:
                receipt.save(force_insert=True)
            answer = function(*args, **kwargs)
            if receipt and isinstance(answer, models.Model):
                receipt.answer_kind, receipt.answer_id = answer._meta.label_lower, str(answer.pk)
                receipt.save(update_fields=["answer_kind", "answer_id"])
            return answer
    finally:
        _inside.reset(token)


def _first_answer(receipt: DeedReceipt, name: str, by: str) -> models.Model | None:
    if (receipt.deed, receipt.by) != (name, by):
        raise KeyUsedElsewhere
    if not receipt.answer_kind:
        return None
    return apps.get_model(receipt.answer_kind)._base_manager.filter(pk=receipt.answer_id).first()


def _actor(by: object) -> str:
    return f"{type(by).__name__.lower()}:{getattr(by, 'pk', '')}" if by is not None else "nobody"
