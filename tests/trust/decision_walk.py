"""A facilitator's way from a file to a public result, over HTTP, while web server and worker are killed."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from itertools import pairwise
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.trust.decision_look import (
    COUNTED,
    IMPORTED,
    ORDERED,
    PUBLISHED,
    READ,
    SAID,
    SUBMITTED,
    Broken,
    content,
    station_of,
)
from tests.trust.decision_process import TWIN, armed_file
from tests.trust.harness import Installation, Running, free_port

# A deed has 6 to 9 moments: its process is killed in the middle of it, or at times after it has answered.
IN_THE_MIDDLE, ANYWHERE = (4, 5), (1, 10)
WORDS = {
    "decided_on": "2026-04-20",
    "decided_by": "Everybody over 12 who lives here",
    "basis": "The meeting of 3 March",
    "meaning": "Work begins in May.",
    "objection": "Write to the board before 1 June.",
}
RULE = {"rule": "equal-shares", "completion": "add1", "tie_break": "id", "minimum_votes": "0"}


@dataclass(frozen=True)
class Form:
    """What is posted: from which page, to which address, with what; how far the decision is then."""

    page: str
    address: str
    fields: dict[str, str]
    station: int


# A bare station is reached by a job.
STEPS = (
    Form("new", "new", {"nature": "decision"}, SUBMITTED),
    READ,
    Form("{}/work", "{}/confirm", {"currency": "DKK"}, IMPORTED),
    Form("{}/count", "{}/count", RULE | {"compare": "greedy-votes"}, ORDERED),
    COUNTED,
    Form("{}/words", "{}/words", WORDS, SAID),
    Form("{}/publish", "{}/publish", {}, PUBLISHED),
)


class Gone(Exception):
    """The server died before it answered."""


@dataclass
class Browser:
    """Sends one request at a time and keeps its cookies."""

    port: int
    cookies: SimpleCookie

    def ask(self, path: str, body: bytes | None = None) -> tuple[int, str]:
        """The status, and the page or where it leads on to."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        kept = "; ".join(f"{name}={one.value}" for name, one in self.cookies.items())
        headers = {"Cookie": kept} | ({"Content-Type": MULTIPART_CONTENT} if body else {})
        try:
            connection.request("POST" if body else "GET", path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        except (OSError, HTTPException) as fault:
            raise Gone from fault
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies.load(line)
        return answer.status, answer.headers.get("Location") or text


@dataclass
class House:
    """The web server and the worker of an installation, each killed and started again."""

    site: Installation
    browser: Browser
    random: Random
    moments: tuple[int, int] = ANYWHERE
    running: dict[str, Running] = field(default_factory=dict)
    kills: int = 0

    def start(self, kind: str) -> None:
        """Start it, and wait for a server to answer."""
        words = [kind, str(self.browser.port)] if kind == "web" else [kind]
        command = [sys.executable, "-m", "tests.trust.decision_process", *words]
        self.running[kind] = process = Running(command, self.site.environment)
        if kind == "web":
            self._until_it_answers(process)

    def _until_it_answers(self, server: Running) -> None:
        for _look in range(300):
            try:
                self.browser.ask("/engen/")
                return
            except Gone:
                if server.wait_at_most(0.1) is not None:
                    break
        server.kill()
        server.read_until("\0")
        raise AssertionError(f"the server did not come up: {server.said[-8:]}")

    def arm(self, kind: str) -> None:
        """Let it die at a moment drawn by lot."""
        armed_file(self.site.home, kind).write_text(str(self.random.randint(*self.moments)))

    def kill(self, kind: str) -> None:
        """Kill what is left of it, and start it again."""
        self.kills += 1
        armed_file(self.site.home, kind).unlink(missing_ok=True)
        self.running[kind].__exit__()
        self.start(kind)


@contextmanager
def house(site: Installation, random: Random, twin: str = "") -> Iterator[House]:
    """Both processes, running; gone afterwards."""
    browser = Browser(free_port(), SimpleCookie())
    site.extra |= {TWIN: twin, "MEDSKAB_ADDRESS": f"http://127.0.0.1:{browser.port}"}
    said = site.call("tests.trust.decision_look.open_the_house")
    browser.cookies.load(said[said.index("session=") :].strip())
    ours = House(site, browser, random, IN_THE_MIDDLE if twin else ANYWHERE)
    try:
        ours.start("web")
        ours.start("worker")
        yield ours
    finally:
        for process in ours.running.values():
            process.__exit__()


def walk(ours: House, title: str) -> None:
    """All the way, a kill at each step; `Broken` as soon as something is lost, half done or done twice."""
    for step, following in pairwise((*STEPS, None)):
        if isinstance(following, int):
            ours.arm("worker")
        if isinstance(step, int):
            wait_for(ours, title, step)
        else:
            send(ours, title, step)


def send(ours: House, title: str, form: Form) -> None:
    """Send a form until it is answered; then send it once more, as an impatient person does."""
    address = f"/engen/decisions/{form.address.format(title.lower())}/"
    body = filled(ours.browser, title, form)
    ours.arm("web")
    try:
        answer = ours.browser.ask(address, body)
        ours.kill("web")
    except Gone:
        station_of(ours.site, title)
        ours.kill("web")
        answer = ours.browser.ask(address, body)
    must_be_at(ours, title, form.station, answer)
    must_be_at(ours, title, form.station, ours.browser.ask(address, body))


def filled(browser: Browser, title: str, form: Form) -> bytes:
    """The form as its page offers it, with a key by which its receipt is found again."""
    status, text = browser.ask(f"/engen/decisions/{form.page.format(title.lower())}/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
    assert token, (form.page, status, text[:300])
    assert 'name="idempotency_key"' in text
    given = {"csrfmiddlewaretoken": token[1], "idempotency_key": f"{title}:{form.station}", **form.fields}
    if form.station == SUBMITTED:
        given |= {"title": title, "file": SimpleUploadedFile("votes.pb", content())}
    return encode_multipart(BOUNDARY, given)


def must_be_at(ours: House, title: str, station: int, answer: tuple[int, str]) -> None:
    """What was answered leads on, and is there."""
    status, shown = answer
    if status != 302 or not shown.startswith("/engen/"):
        raise Broken(f"not acknowledged: {status} {shown[-3000:]}")
    if (found := station_of(ours.site, title)) < station:
        raise Broken(f"{title} is at {found}, although {station} was acknowledged")


def wait_for(ours: House, title: str, station: int) -> None:
    """Until the job has brought the decision there; its worker dies once on the way, or right afterwards."""
    is_killed = False
    for _look in range(400):
        has_died = ours.running["worker"].wait_at_most(0.05) is not None
        is_there = station_of(ours.site, title) >= station
        if has_died or (is_there and not is_killed):
            ours.kill("worker")
            is_killed = True
        elif is_there:
            return
    raise Broken(f"{title} never got to {station}")
