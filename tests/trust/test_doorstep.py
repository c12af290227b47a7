"""A round without network, in a real browser: nothing is lost, nothing is doubled, nothing can be read."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Playwright, expect, sync_playwright

from tests.trust import doorstep_twins as twins
from tests.trust.doorstep_phone import Phone, wait_for
from tests.trust.harness import Installation, free_port, installation

slow = pytest.mark.slow  # a browser and a round each; the three that are not slow walk the whole way
WALKS = "16"


@dataclass
class Site:
    """One installation with many rounds; each test walks one of its own."""

    here: Installation
    rounds: Iterator[dict[str, Any]]
    ends: ExitStack
    ports: dict[str, int] = field(default_factory=dict)

    def port(self, twin: str) -> int:
        """Where it is served, with a bug or bad luck where that is named."""
        if twin not in self.ports:
            self.ports[twin] = port = free_port()
            server = self.ends.enter_context(_served(self.here, port, twin))
            assert server.read_until("Stop it with")
            wait_for(port)
        return self.ports[twin]


@dataclass
class Walk:
    """A round that is served, and its phones."""

    site: Installation
    playwright: Playwright
    home: str
    plan: dict[str, Any]
    folder: Path
    phones: list[Phone]

    def phone(self, who: str = "Freja", twist: tuple[str, str, str] | None = None) -> Phone:
        folder = self.folder / f"phone{len(self.phones)}"
        self.phones.append(Phone(self.playwright, folder, self.home, self.plan["cookies"][who], twist))
        return self.phones[-1]

    def come_home(self) -> dict[str, Any]:
        """What the server has: words, statuses in the order of the doors, and bags by their state."""
        ours = f"SELECT id FROM places_area WHERE slug = '{self.plan['area']}'"  # noqa: S608 (our own name)
        words = self.site.rows(f"SELECT words FROM needs_input WHERE area_id = ({ours})")  # noqa: S608
        bags = f"SELECT state, count(*) FROM rounds_bag WHERE area_id = ({ours}) GROUP BY state"  # noqa: S608
        wait_for(urlsplit(self.home).port)
        statuses = self.phones[0].statuses()
        return {
            "words": sorted(one for (one,) in words),
            "statuses": statuses,
            "bags": dict(self.site.rows(bags)),
        }


def _served(here: Installation, port: int, twin: str) -> Any:
    site = replace(here, extra={"MEDSKAB_ADDRESS": f"http://127.0.0.1:{port}"})
    return site.start("serve", f"--port={port}", "--workers=1", "--no-worker", twin=twin)


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with ExitStack() as ends:
        here = ends.enter_context(installation())
        plans = json.loads(here.call("tests.trust.doorstep_tasks.plan", WALKS).splitlines()[-1])
        yield Site(here, iter(plans), ends)


@pytest.fixture
def walk(playwright: Playwright, site: Site, tmp_path: Path) -> Iterator[Callable[..., Walk]]:
    """A round, served with a bug or bad luck where it is named."""
    phones: list[Phone] = []

    def served(twin: str = "") -> Walk:
        (site.here.home / "died").unlink(missing_ok=True)
        plan, port = next(site.rounds), site.port(twin)
        home = f"http://127.0.0.1:{port}/{plan['area']}/rounds/{plan['round']}/door/"
        return Walk(site.here, playwright, home, plan, tmp_path, phones)

    yield served
    for one in phones:
        one.context.close()


def test_brings_home_a_round_that_was_walked_without_network(walk):
    round_ = walk()
    phone = round_.phone()
    phone.begin()
    phone.context.set_offline(True)
    phone.page.reload()
    phone.type_pin()
    phone.say(0, "The lamp is out")
    phone.set(1, "not-home")
    phone.waits(3)
    phone.context.set_offline(False)
    phone.arrived(3)
    assert round_.come_home() == {
        "words": ["The lamp is out"],
        "statuses": ["spoken", "not-home", "", ""],
        "bags": {"opened": 3},
    }


def test_loses_nothing_when_the_browser_is_killed(walk):
    round_ = walk()
    phone = round_.phone()
    phone.begin()
    phone.context.set_offline(True)
    phone.say(0, "Kept")
    phone.write(1, "Half a sen")
    phone.draft()
    phone.kill()
    phone.open()
    phone.type_pin()
    phone.arrived(2)
    phone.door(1)
    expect(phone.page.locator("textarea[name=words]")).to_have_value("Half a sen")
    phone.finish()
    phone.arrived(4)
    assert round_.come_home()["words"] == ["Half a sen", "Kept"]


def is_kept_when_full(round_: Walk, twist: tuple[str, str, str] | None = None) -> bool:
    phone = round_.phone(twist=twist)
    phone.room(400_000)
    phone.begin()
    phone.write(0, "The lamp is out")
    phone.draft()
    phone.fill()
    phone.finish()
    expect(phone.page.locator("[data-say=full]")).to_be_visible()
    if phone.page.locator("textarea[name=words]").input_value() != "The lamp is out":
        return False
    phone.room(9_000_000)
    phone.finish()
    phone.arrived(2)
    return round_.come_home()["words"] == ["The lamp is out"]


@slow
def test_keeps_the_form_when_the_phone_is_full(walk):
    assert is_kept_when_full(walk())


@slow
def test_would_notice_a_form_that_is_cleared_too_early(walk):
    assert not is_kept_when_full(walk(), twins.CLEARS_BEFORE_IT_IS_KEPT)


def come_through(round_: Walk, twist: tuple[str, str, str] | None = None) -> dict:
    """What is at home after a server that died once was up again and the phone has nothing left to send."""
    phone = round_.phone(twist=twist)
    phone.begin()
    phone.say(0, "The lamp is out")
    assert phone.sends_all()
    assert (round_.site.home / "died").exists()
    return round_.come_home()


WHOLE = {"words": ["The lamp is out"], "statuses": ["spoken", "", "", ""], "bags": {"opened": 2}}


@slow
@pytest.mark.parametrize("death", ["dies_before_taking", "dies_before_opening"])
def test_loses_and_doubles_nothing_when_the_server_dies(walk, death):
    assert come_through(walk(death)) == WHOLE


@slow
def test_would_notice_records_that_come_in_twice(walk):
    assert come_through(walk("dies_before_opening+each_sending_is_new")) != WHOLE


@slow
def test_would_notice_a_phone_that_forgets_too_early(walk):
    assert come_through(walk("dies_before_taking"), twins.FORGETS_BEFORE_IT_ARRIVED) != WHOLE


def told_with_a_wrong_clock(round_: Walk) -> list[str]:
    """One phone corrects itself after its clock went back an hour; another one finds nobody home."""
    phone, other = round_.phone(), round_.phone("Finn")
    phone.begin()
    other.begin()
    phone.set(0, "come-back")
    phone.page.evaluate("localStorage.late = 1")
    phone.set(0, "not-now")
    phone.say(1, "We spoke")
    phone.arrived(4)
    other.set(1, "not-home")
    other.arrived(1)
    return round_.come_home()["statuses"]


def test_is_right_about_doors_with_two_phones_and_a_wrong_clock(walk):
    assert told_with_a_wrong_clock(walk()) == ["not-now", "spoken", "", ""]


@slow
def test_would_notice_a_clock_that_decides(walk):
    assert told_with_a_wrong_clock(walk("the_clock_decides")) != ["not-now", "spoken", "", ""]


def is_forgotten_after(tries: int, round_: Walk, twist: tuple[str, str, str] | None = None) -> bool:
    phone = round_.phone(twist=twist)
    phone.begin()
    phone.page.locator("[data-lock]").click()
    for _try in range(tries):
        phone.type_pin("1111")
        expect(phone.page.locator("form[data-pin=open] input")).to_have_value("", timeout=20_000)
    return phone.page.locator("[data-view=none]").is_visible()


@slow
def test_forgets_the_doors_after_five_wrong_pins(walk):
    round_ = walk()
    assert not is_forgotten_after(4, round_)
    assert is_forgotten_after(5, round_)


@slow
def test_would_notice_tries_that_are_not_counted(walk):
    assert not is_forgotten_after(5, walk(), twins.COUNTS_THE_TRY_AFTERWARDS)


@slow
def test_forgets_when_it_is_told_to_but_brings_home_what_waits(walk):
    round_ = walk()
    phone = round_.phone()
    phone.begin()
    phone.set(0, "come-back")
    phone.arrived(1)
    phone.context.set_offline(True)
    phone.say(1, "Kept")
    round_.site.call("tests.trust.doorstep_tasks.erase_phones", round_.plan["area"])
    phone.context.set_offline(False)
    phone.arrived(3)
    expect(phone.page.locator("[data-view=none]")).to_be_visible()
    assert round_.come_home()["words"] == ["Kept"]


@slow
def test_keeps_what_is_sealed_when_somebody_leaves_fast_and_asks_before_signing_out(walk):
    round_ = walk()
    phone = round_.phone(twist=twins.NEVER_SENDS)
    phone.context.route("https://www.dmi.dk/**", lambda route: route.fulfill(body="weather"))
    phone.begin()
    phone.say(0, "Kept")
    phone.page.locator("[data-leave-fast]").click()
    expect(phone.page.locator("body")).to_have_text("weather")
    phone.page.goto(round_.home)
    expect(phone.page.locator("[data-view=none]")).to_be_visible()
    phone.waits(2)

    phone.page.goto(round_.home.replace(f"{urlsplit(round_.home).path}", "/account/logout/"))
    expect(phone.page.locator("unsent-bags")).to_contain_text("only on this device: 2.")
    out = phone.page.locator("form:has(unsent-bags) button")
    out.click()
    assert "/account/logout/" in phone.page.url
    phone.page.locator("unsent-bags input").check()
    out.click()
    phone.page.wait_for_url(lambda address: "logout" not in address)
    assert phone.page.evaluate("indexedDB.databases().then((all) => all.map(({ name }) => name))") == []
