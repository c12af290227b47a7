"""Those who have no business somewhere are told so, kindly, and see nothing of it."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

BUDGET = "/engparken/decisions/engparkens-beboerbudget/"
WORK = (
    "/engparken/people/",
    "/engparken/decisions/new/",
    "/engparken/decisions/new/vote/",
    f"{BUDGET}work/",
    f"{BUDGET}withdraw/",
)


@pytest.mark.parametrize("who", ["amira", "nadia"])
def test_refuses_whoever_does_not_work_for_the_area(demo, visit, look, who):
    page = visit(demo, as_=who, phone=True)
    for path in WORK:
        answer = page.goto(demo.address + path)
        assert answer.status in {403, 404}, f"{who} at {path}: {answer.status}"
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_role("main").get_by_role("link").first).to_be_visible()
        expect(page.locator("form[enctype], form.flow")).to_have_count(0)
    look(page, f"refused-{who}-360")


def test_tells_a_resident_why_the_work_pages_are_closed(demo, visit):
    page = visit(demo, as_="amira")
    answer = page.goto(f"{demo.address}/engparken/decisions/new/")
    assert answer.status == 403
    expect(page.get_by_role("main")).not_to_contain_text("403")


def test_asks_a_stranger_to_sign_in_and_shows_nothing(demo, visit):
    page = visit(demo)
    for path in WORK:
        page.goto(demo.address + path)
        assert "/account/login/" in page.url, f"{path} led to {page.url}"
        expect(page.get_by_role("main")).not_to_contain_text("(demo)")


def test_lets_no_one_use_a_link_twice(demo, visit):
    page = visit(demo)
    link = demo.run("demo", "login", "amira").split()[-1]
    page.goto(link)
    expect(page.get_by_role("link", name="My things")).to_be_visible()
    again = visit(demo)
    again.goto(link)
    expect(again.get_by_role("link", name="My things")).to_have_count(0)
