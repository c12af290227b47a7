"""The codebook: its codes, and one of them with its history."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.fieldwork import actions, rules
from medskab.fieldwork.forms.coding import ChangeCodeForm, MergeForm, NewCodeForm
from medskab.fieldwork.models import Code


def code_at(request: Any, *, pk: int) -> Code:
    """A code by its number."""
    found = Code.objects.for_area(request.area).filter(pk=pk).select_related("area", "merged_into").first()
    if found is None:
        raise Http404
    return found


@page(rules.may_work)
def codes(request: Any) -> HttpResponse:
    """All codes, below each other, and a new one."""
    form = NewCodeForm(request.POST or None, area=request.area)
    if form.is_bound and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("name", "definition", "parent")}
        if form.carry_out(actions.new_code, area=request.area, **facts, by=request.person, now=now()):
            messages.success(request, _("The code is in the book."))
            return redirect("fieldwork-codes", request.area.slug)
    rows = list(Code.objects.for_area(request.area).select_related("area", "merged_into"))
    context = {"form": form, "rows": _nested(rows, None, 0)}
    return render(request, "fieldwork/codes.html", context)


@page(rules.may_work, find=code_at)
def code(request: Any, one: Code) -> HttpResponse:
    """One code: change it, put it together with another, retire it; each can be undone."""
    do = request.POST.get("do", "")
    written = {"name": one.name, "definition": one.definition, "memo": one.memo}
    change = ChangeCodeForm(request.POST if do == "change" else None, initial=written)
    merge = MergeForm(request.POST if do == "merge" else None, code=one)
    plain = DeedForm(request.POST if do in ("split", "retire", "restore") else None)
    if _is_done(request, one, do, {"change": change, "merge": merge}.get(do, plain)):
        messages.success(request, _("It is done."))
        return redirect(one)
    context = {"code": one, "change": change, "merge": merge, "plain": DeedForm()}
    return render(request, "fieldwork/code.html", context | {"refused": plain})


def _is_done(request: Any, one: Code, do: str, form: DeedForm) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    facts = {name: value for name, value in form.cleaned_data.items() if name != "idempotency_key"}
    if do in ("retire", "restore"):
        facts["is_retired"] = do == "retire"
    deeds = {"change": actions.change_code, "merge": actions.merge_codes, "split": actions.split_again}
    deed = deeds.get(do, actions.retire_code)
    return form.carry_out(deed, code=one, **facts, by=request.person, now=now())


def _nested(rows: list[Code], parent: int | None, depth: int) -> list[tuple[int, Code]]:
    answer = []
    for row in (one for one in rows if one.parent_id == parent):
        answer += [(depth, row), *_nested(rows, row.pk, depth + 1)]
    return answer
