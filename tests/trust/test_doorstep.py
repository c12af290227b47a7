"""A round without network, in a real browser: nothing is lost, nothing is doubled, nothing can be read."""

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect, sync_playwright

from tests.trust import doorstep_twins as twins
from tests.trust.doorstep_phone import Phone
from tests.trust.harness import Installation, free_port, installation
from tests.trust.test_killed_server import until


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@dataclass
class Walk:
    """A round that is served, and its phones."""

    site: Installation
    playwright: Playwright
    home: str
    cookies: dict[str, dict[str, str]]
    folder: Path
    phones: list[Phone]

    def phone(self, who: str = "Freja", twist: tuple[str, str, str] | None = None) -> Phone:
        folder = self.folder / f"phone{len(self.phones)}"
        self.phones.append(Phone(self.playwright, folder, self.home, self.cookies[who], twist))
        return self.phones[-1]

    def come_home(self) -> dict:
        return json.loads(self.site.call("tests.trust.doorstep_tasks.come_home").splitlines()[-1])


def _is_up(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=10):
            return True
    except OSError:
        return False


@pytest.fixture
def walk(playwright: Playwright, tmp_path: Path) -> Iterator[Callable[..., Walk]]:
    """Serve a round, with a bug or bad luck where it is named."""
    with ExitStack() as ends:

        def served(twin: str = "") -> Walk:
            site, port = ends.enter_context(installation()), free_port()
            site.extra["MEDSKAB_ADDRESS"] = f"http://127.0.0.1:{port}"
            plan = json.loads(site.call("tests.trust.doorstep_tasks.plan").splitlines()[-1])
            ours = (f"--port={port}", "--workers=1", "--no-worker")
            server = ends.enter_context(site.start("serve", *ours, twin=twin))
            assert server.read_until("Stop it with")
            assert until(lambda: _is_up(port), server)
            home = f"http://127.0.0.1:{port}/engen/rounds/{plan['round']}/door/"
            made = Walk(site, playwright, home, plan["cookies"], tmp_path, [])
            ends.callback(lambda: [one.context.close() for one in made.phones])
            return made

        yield served


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
    expect(phone.page.locator("textarea")).to_have_value("Half a sen")
    phone.finish()
    phone.arrived(4)
    assert round_.come_home()["words"] == ["Half a sen", "Kept"]


def is_kept_when_full(round_: Walk, twist: tuple[str, str, str] | None = None) -> bool:
    phone = round_.phone(twist=twist)
    phone.small()
    phone.begin()
    phone.write(0, "The lamp is out")
    phone.draft()
    phone.fill()
    phone.finish()
    expect(phone.page.locator("[data-say=full]")).to_be_visible()
    if phone.page.locator("textarea").input_value() != "The lamp is out":
        return False
    phone.tidy()
    phone.finish()
    phone.arrived(2)
    return round_.come_home()["words"] == ["The lamp is out"]


def test_keeps_the_form_when_the_phone_is_full(walk):
    assert is_kept_when_full(walk())


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


@pytest.mark.parametrize("death", ["dies_before_taking", "dies_before_opening"])
def test_loses_and_doubles_nothing_when_the_server_dies(walk, death):
    assert come_through(walk(death)) == WHOLE


def test_would_notice_records_that_come_in_twice(walk):
    assert come_through(walk("dies_before_opening+each_sending_is_new")) != WHOLE


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


def test_forgets_the_doors_after_five_wrong_pins(walk):
    round_ = walk()
    assert not is_forgotten_after(4, round_)
    assert is_forgotten_after(5, round_)


def test_would_notice_tries_that_are_not_counted(walk):
    assert not is_forgotten_after(5, walk(), twins.COUNTS_THE_TRY_AFTERWARDS)


def test_forgets_when_it_is_told_to_but_brings_home_what_waits(walk):
    round_ = walk()
    phone = round_.phone()
    phone.begin()
    phone.set(0, "come-back")
    phone.arrived(1)
    phone.context.set_offline(True)
    phone.say(1, "Kept")
    round_.site.call("tests.trust.doorstep_tasks.erase_phones")
    phone.context.set_offline(False)
    phone.arrived(3)
    expect(phone.page.locator("[data-view=none]")).to_be_visible()
    assert round_.come_home()["words"] == ["Kept"]
