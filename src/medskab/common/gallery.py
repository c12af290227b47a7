"""Every component with its states, and pages to build from; development only."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from medskab.common import gallery_examples as examples
from medskab.common.accents import ACCENTS
from medskab.common.icons import ICONS
from medskab.common.policy import anyone, page

PAGES = {
    "components": "Components",
    "place": "The place",
    "say": "Say something",
    "result": "A decision’s result",
    "confirm": "Are you sure?",
    "404": "Not there",
    "500": "Broken",
}
TEMPLATES = {"404": "404.html", "500": "500.html", "confirm": "confirm.html"}


@page(anyone)
def gallery(request: HttpRequest) -> HttpResponse:
    """Show a page of the gallery in the chosen colour, light and direction."""
    wanted = request.GET.get("page", "components")
    shown = wanted if wanted in PAGES else "components"
    if shown == "components":
        messages.success(request, "Thank you. Your words are on their way.")
    return render(request, TEMPLATES.get(shown, f"gallery/{shown}.html"), _frame(request) | _content())


def _frame(request: HttpRequest) -> dict[str, object]:
    accent = request.GET.get("accent", "brick")
    direction = request.GET.get("direction", "")
    return {
        "area": examples.ExampleArea(accent),
        "chosen_theme": request.GET.get("theme", ""),
        "direction": direction if direction in {"ltr", "rtl"} else "",
        "pages": PAGES.items(),
        "accents": ACCENTS,
        "icons": ICONS,
        "seeds": ["engparken", "birkelunden", "block 4", "block 7"],
    }


def _content() -> dict[str, object]:
    return {
        **examples.example_forms(),
        "head": examples.TABLE_HEAD,
        "rows": examples.table_rows(),
        "bar_rows": examples.BARS,
        "steps": examples.STEPS,
        "pieces": examples.money_pieces(),
        "winners": examples.WINNERS,
        "others": examples.others(),
        "door_rows": examples.DOOR_ROWS,
        "count_steps": examples.COUNT_STEPS,
        "decision_facts": examples.DECISION_FACTS,
        "long": examples.LONG,
        "trail": [("Engparken", "/gallery/?page=place"), ("Decide", "#decide"), ("Budget 2026", "")],
        "tabs": [("Now", "#now", True), ("Earlier", "#earlier", False), ("All", "#all", False)],
        "pager": Paginator(range(95), 10).get_page(3),
        "facts": [("Department", "Engparken"), ("Homes", "1,345"), ("Community house", "Engvej 4")],
        "question": "Take back your proposal?",
        "consequence": "It disappears from the list. Its supporters are told. You can hand it in again.",
        "yes": "Yes, take it back",
        "back": "/gallery/",
        "is_dangerous": True,
    }
