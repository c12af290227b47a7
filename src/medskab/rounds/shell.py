"""What the page needs to stand without network: its files, named by their content, and nothing of anybody."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils import translation
from django.utils.translation import gettext as _

from medskab.common.bundles import style
from medskab.common.templatetags.parts import script_address, style_address

ICON = "images/icon.svg"
DRAWN = (192, 512)  # for those that put no SVG on a home screen
MODULES = (
    *("rounds/doorstep-round.js", "rounds/door-form.js", "rounds/door-voice.js", "rounds/door-list.js"),
    *("rounds/door-votes.js", "rounds/door-survey.js"),
    *("rounds/outbox.js", "rounds/pin-lock.js", "rounds/store.js", "rounds/visits.js", "js/sealed-bag.js"),
)


def address(module: str) -> str:
    """Modules import each other by their plain names, so the plain address is the one that is kept."""
    return f"{settings.STATIC_URL}{module}"


def worker(home: str) -> str:
    """The service worker's text; it changes whenever something of the shell does, and only then."""
    files = [*map(address, MODULES), style_address(), script_address(), static(ICON)]
    facts = {"home": home, "files": files, "mark": f"round {home} {_mark()}", "sync": f"{home}sync/"}
    outbox = json.dumps(address("rounds/outbox.js"))
    return (
        f"import {{ send }} from {outbox};\nconst SHELL = {json.dumps(facts)};\n{_text('rounds/worker.js')}"
    )


def manifest(home: str) -> dict[str, Any]:
    """How the page is installed; its name says nothing about the area."""
    return {
        "id": home,
        "name": _("Round"),
        "short_name": _("Round"),
        "start_url": home,
        "scope": home,
        "display": "standalone",
        "icons": [
            {"src": static(ICON), "sizes": "any", "type": "image/svg+xml"},
            *(_drawn(size) for size in DRAWN),
        ],
    }


def _drawn(size: int) -> dict[str, str]:
    address = static(f"rounds/icon-{size}.png")
    return {"src": address, "sizes": f"{size}x{size}", "type": "image/png"}


def _mark() -> str:
    texts = "".join(_text(module) for module in (*MODULES, "rounds/worker.js"))
    page = (Path(__file__).parent / "templates" / "rounds" / "door.html").read_text("utf-8")
    whole = f"{texts}{page}{style().mark}{translation.get_language()}"
    return sha256(whole.encode()).hexdigest()[:16]


def _text(name: str) -> str:
    found = finders.find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(name)
    return Path(found).read_text("utf-8")
