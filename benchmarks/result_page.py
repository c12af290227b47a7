"""How long the page of a published result takes on the server, and how much of it goes over the wire.

    python benchmarks/result_page.py          some ten seconds
    python benchmarks/result_page.py --json   the figures for programs

Made-up elections of 16 and 160 proposals, in a database of their own. Peer in the same run: the page for
signing in, which has the same frame and nothing in it. Milliseconds of wall time through all of the site,
best of twenty; `first` draws the page, `again` finds it drawn; the goal is 60 ms for 160 proposals.
"""

import argparse
import gzip
import json
import os
import re
import tempfile
import time
from collections.abc import Callable
from typing import Any

GOAL_MS, GOAL_BYTES = 60.0, 60_000
_PACKED = {"Accept-Encoding": "gzip", "Accept-Language": "en"}


def best(call: Callable[[], Any], before: Callable[[], Any] = lambda: None, times: int = 20) -> float:
    """The shortest of several runs, in milliseconds."""
    found = []
    for _run in range(times):
        before()
        begun = time.perf_counter()
        call()
        found.append(1000 * (time.perf_counter() - begun))
    return round(min(found), 1)


def measured() -> list[dict[str, Any]]:
    """One line for each size, and the peer's."""
    from django.core.cache import cache
    from django.test import Client
    from django.urls import reverse

    from medskab.decisions.tests import factories

    by = factories.facilitator(factories.area())
    client = Client(SERVER_NAME="127.0.0.1")
    lines = []
    for size in (16, 160):
        content = factories.many(size, voters=400)
        decision = factories.published(by, content, "greedy-votes", "phragmen", title=f"With {size}")
        address = reverse("decision", args=["engen", decision.slug])
        first = best(lambda at=address: client.get(at, headers=_PACKED), cache.clear)
        again = best(lambda at=address: client.get(at, headers=_PACKED))
        lines.append({"page": f"{size} proposals", "first": first, "again": again, **_wire(client, address)})
    sign_in = reverse("account_login")
    frame = best(lambda: client.get(sign_in, headers=_PACKED))
    return [*lines, {"page": "peer: signing in", "first": frame, "again": frame, **_wire(client, sign_in)}]


def _wire(client: Any, address: str) -> dict[str, int]:
    """Bytes of the page, and of all that its first view loads: page, style, script, packed."""
    answer = client.get(address, headers=_PACKED)
    is_packed = answer.headers.get("Content-Encoding") == "gzip"
    html = gzip.decompress(answer.content) if is_packed else answer.content
    loaded = re.findall(rb'(?:href|src)="(/(?:style|script)\.[^"]+)"', html)
    rest = sum(len(client.get(one.decode(), headers=_PACKED).content) for one in loaded)
    return {"html": len(answer.content), "in_all": len(answer.content) + rest}


def main() -> None:
    """Measure in a database of its own, and say so."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"MEDSKAB_HOME": home, "DJANGO_SETTINGS_MODULE": "medskab.site.settings"}
        os.environ.pop("MEDSKAB_DATABASE_URL", None)
        lines = _in_own_database()
    if asked.json:
        print(json.dumps(lines, indent=2))
        return
    print(f"{'page':<20}{'first ms':>10}{'again ms':>10}{'html bytes':>12}{'in all':>10}")
    for line in lines:
        print(
            f"{line['page']:<20}{line['first']:>10}{line['again']:>10}{line['html']:>12}{line['in_all']:>10}"
        )
    large = lines[1]
    kept = large["first"] <= GOAL_MS and large["in_all"] <= GOAL_BYTES
    print(f"Goal: {GOAL_MS} ms and {GOAL_BYTES} bytes for 160 proposals: {'kept' if kept else 'MISSED'}.")


def _in_own_database() -> list[dict[str, Any]]:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    return measured()


if __name__ == "__main__":
    main()
