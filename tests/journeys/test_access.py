"""Every main page can be used by everybody, as far as a program can tell, in light and in dark."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.test_first_run import CONSOLE_LINK

pytestmark = pytest.mark.journey

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
MEETING = "/engparken/meetings/afdelingsmoede/"
TALK = "/engparken/think/hvad-skal-vi-bruge-pengene-til-naeste-aar/"
SURVEY = "/engparken/surveys/tryg-i-engparken-2/"
EVERYBODY = (
    "/engparken/",
    "/engparken/decisions/",
    "/engparken/decisions/engparkens-beboerbudget/",
    "/engparken/decisions/helhedsplan-for-engparken/",
    "/engparken/decisions/beboerbudget-anden-runde/",
    "/engparken/decisions/ungepuljen-40000-kr/vote/",
    "/engparken/decisions/ungepuljen-40000-kr/board/",
    "/engparken/decisions/ungepuljen-40000-kr/receipt/",
    "/engparken/v/",
    "/engparken/say/",
    "/engparken/needs/",
    "/engparken/needs/et-sted-for-unge-om-aftenen/",
    "/engparken/needs/receipt/",
    "/engparken/initiatives/",
    "/engparken/initiatives/lydstudie-i-kaelderen/",
    "/engparken/meetings/",
    MEETING,
    "/engparken/notices/",
    "/engparken/contacts/",
    "/engparken/money/",
    "/engparken/mandates/",
    "/engparken/mandates/ungepulje/",
    "/engparken/about/",
    "/engparken/privacy/",
    "/accessibility/",
    "/account/login/",
    "/engparken/nowhere/",
    "/engparken/documents/",
    "/engparken/think/",
    TALK,
    f"{TALK}vote/",
    "/engparken/think/gaardene-og-aftenerne/result/",
    "/engparken/surveys/",
    SURVEY,
    f"{SURVEY}answer/",
    "/engparken/surveys/tryg-i-engparken/result/",
    "/engparken/needs/map/",
    "/engparken/fieldwork/mine/",
    "/engparken/decisions/ungepuljen-40000-kr/",
    "/engparken/decisions/engparkens-beboerbudget/delivery/",
)
BUDGET = "/engparken/decisions/engparkens-beboerbudget/"
POLL = "/engparken/decisions/ungepuljen-40000-kr/poll/"
STAFF = (
    "/engparken/",
    "/engparken/places/",
    "/engparken/decisions/new/",
    "/engparken/decisions/new/vote/",
    f"{BUDGET}work/",
    f"{BUDGET}words/",
    f"{BUDGET}withdraw/",
    "/engparken/people/",
    "/engparken/people/invite/",
    "/engparken/people/organisations/",
    "/engparken/people/codes/",
    "/engparken/needs/queue/",
    "/engparken/needs/new/",
    "/engparken/needs/walls/",
    "/engparken/needs/posters/",
    "/engparken/needs/files/",
    "/engparken/needs/coverage/",
    "/engparken/kiosk/set-up/",
    "/engparken/places/buildings/",
    "/engparken/think/import/",
    f"{TALK}check/",
    f"{TALK}oddities/",
    f"{TALK}paper/",
    f"{SURVEY}build/",
    f"{SURVEY}type/",
    "/engparken/fieldwork/",
    "/engparken/fieldwork/codes/",
    "/engparken/fieldwork/agreement/",
    "/engparken/fieldwork/quotes/",
    "/engparken/rounds/",
    "/engparken/rounds/new/",
    "/engparken/meetings/new/",
    f"{MEETING}work/",
    f"{MEETING}minutes/",
    "/engparken/mandates/give/",
    "/engparken/money/new/",
    "/engparken/money/1/",
    "/engparken/money/1/pay/",
    "/engparken/money/1/movements/",
    "/engparken/notices/new/",
    "/engparken/contacts/new/",
    "/engparken/documents/new/",
    "/engparken/decisions/new/here/",
    POLL,
    f"{POLL}letters/",
    f"{POLL}desk/",
    f"{POLL}paper/",
)
RESIDENT = (
    "/engparken/mine/",
    "/me/",
    "/account/2fa/",
    "/engparken/people/codes/",
    "/engparken/initiatives/new/",
    "/engparken/initiatives/mine/",
    "/engparken/needs/mine/",
    "/engparken/decisions/beboerbudget-anden-runde/propose/",
)
LIGHTS = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
CHECK = "() => axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)"


@pytest.fixture(scope="module")
def axe() -> str:
    """The program that checks; installed with `npm ci`."""
    if not AXE.is_file():
        absent = "axe-core is not installed: run “npm ci”."
        if os.environ.get("CI"):
            pytest.fail(absent)
        pytest.skip(absent)
    return AXE.read_text("utf-8")


def complaints(page: Page, axe: str) -> list[str]:
    """What is wrong with the page, in one line each; what is folded away is unfolded first."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    page.evaluate(axe)
    return [
        f"{page.url}: {one['id']}: {node['target']} {node['failureSummary']}"
        for one in page.evaluate(CHECK)
        for node in one["nodes"][:3]
    ]


def complaints_about(page: Page, axe: str, site: str, paths: tuple[str, ...]) -> list[str]:
    found = []
    for path in paths:
        page.goto(site + path)
        found += complaints(page, axe)
    return found


def test_would_notice_a_picture_without_words(demo, visit, axe):
    page = visit(demo)
    page.goto(f"{demo.address}/accessibility/")
    page.evaluate("document.querySelector('main').append(new Image())")
    assert "image-alt" in " ".join(complaints(page, axe))


@LIGHTS
def test_finds_nothing_wrong_on_the_pages_for_everybody(demo, visit, axe, dark):
    assert not complaints_about(visit(demo, dark=dark), axe, demo.address, EVERYBODY)


@LIGHTS
def test_finds_nothing_wrong_on_a_residents_pages(demo, visit, axe, dark):
    page = visit(demo, as_="amira", dark=dark, phone=True)
    assert not complaints_about(page, axe, demo.address, RESIDENT)


@LIGHTS
def test_finds_nothing_wrong_on_the_pages_of_work(demo, visit, axe, dark):
    page = visit(demo, as_="freja", dark=dark, phone=True)
    assert not complaints_about(page, axe, demo.address, STAFF)


@LIGHTS
def test_finds_nothing_wrong_on_the_first_page_of_a_new_site(fresh, visit, axe, dark):
    page = visit(fresh, dark=dark)
    page.goto(fresh.printed(CONSOLE_LINK))
    found = complaints(page, axe)
    page.locator("form.flow").get_by_role("button").click()
    assert not found + complaints(page, axe)
