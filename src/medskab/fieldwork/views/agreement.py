"""How far coders agree, per code, in figures and in words."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from medskab.common.policy import page
from medskab.fieldwork import rules
from medskab.fieldwork.calculations import Agreed, Verdict, agreement


@page(rules.may_work)
def agreed(request: Any) -> HttpResponse:
    """Per code: Krippendorff's alpha over sentences, how sure it is, and what that means."""
    titles = (_("Code"), _("Given"), _("Agreement"), _("Between"), _("What that means"))
    head = [{"title": title, "is_number": number in (1, 2, 3)} for number, title in enumerate(titles)]
    rows = [
        [{**column, "text": text} for column, text in zip(head, _cells(one), strict=True)]
        for one in agreement(request.area)
    ]
    return render(request, "fieldwork/agreement.html", {"head": head, "rows": rows})


def _cells(one: Agreed) -> list[str]:
    words = {
        Verdict.GOOD: _("Good"),
        Verdict.LOOK_AGAIN: _("Look again together"),
        Verdict.TOO_FEW: _("Too few to say"),
    }
    value = "–" if one.value is None else f"{one.value:.2f}"
    between = f"{one.interval.low:.2f} – {one.interval.high:.2f}" if one.interval else "–"
    return [one.code.name, str(one.times), value, between, words[one.verdict]]
