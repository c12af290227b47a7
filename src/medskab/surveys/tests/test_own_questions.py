"""Questions of one's own: each kind, each language, branches, headings, and a look before it opens."""

import pytest
from django.urls import reverse

from medskab.people.tests import factories as people
from medskab.surveys.models import Question, Response

from . import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def freja():
    return people.facilitator(people.area())


@pytest.fixture
def staff(client, freja):
    return people.sign_in(type(client)(HTTP_ACCEPT_LANGUAGE="en"), freja)


@pytest.fixture
def survey(freja):
    return factories.survey(freja.area, freja)


def _at(name, *words):
    return reverse(name, args=["engen", "safe-at-home", *words])


def _write(client, kind, key="one", **words):
    given = {"idempotency_key": key, "words_da": "Hvad?", "words_en": "What?", **words}
    return client.post(_at("survey-question-new", kind), given, follow=True).text


def _lines(*lines):
    return "\r\n".join(lines)


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("text", {"goes_to_needs": "on"}, {"goes_to_needs": True, "options": []}),
        (
            "scale",
            {"least": "1", "most": "5", "end_least_da": "Lidt", "end_most_da": "Meget"},
            {"least": 1, "most": 5, "ends": {"least": {"da": "Lidt"}, "most": {"da": "Meget"}}},
        ),
        ("number", {"least": "0"}, {"least": 0, "most": None}),
        ("single", {"options_da": _lines("Ja", "", "Nej")}, {"options": [("o1", "Ja"), ("o2", "Nej")]}),
        ("multiple", {"options_da": _lines("A", "B"), "is_required": "on"}, {"is_required": True}),
        ("order", {"options_da": _lines("Lys", "Ro")}, {"options": [("o1", "Lys"), ("o2", "Ro")]}),
        (
            "grid",
            {"options_da": _lines("Ja", "Nej"), "rows_da": "Om dagen"},
            {"rows": [("o1", "Om dagen")], "options": [("o1", "Ja"), ("o2", "Nej")]},
        ),
    ],
)
def test_keeps_a_question_of_each_kind(staff, survey, kind, typed, kept):
    assert "What?" in _write(staff, kind, **typed)
    one = survey.questions.get()
    assert (one.kind, one.words) == (kind, {"da": "Hvad?", "en": "What?"})
    for name, value in kept.items():
        found = getattr(one, name)
        if name in {"options", "rows"}:
            found = [(part["key"], part["words"]["da"]) for part in found]
        assert found == value, name


@pytest.mark.parametrize(
    ("kind", "typed", "why"),
    [
        ("single", {"options_da": _lines("Ja", "Nej"), "options_en": "Yes"}, "as many lines as in Danish"),
        ("single", {"options_da": _lines(*map(str, range(31)))}, "At most 30 lines."),
        ("scale", {"least": "0", "most": "20"}, "at most ten apart"),
        ("number", {"least": "9", "most": "2"}, "The greatest comes after the least."),
        ("text", {"words_da": ""}, "This field is required."),
    ],
)
def test_says_what_is_wrong_and_keeps_nothing(staff, survey, kind, typed, why):
    assert why in _write(staff, kind, **typed)
    assert not survey.questions.exists()


def test_hangs_a_question_on_an_earlier_answer(staff, survey):
    _write(staff, "single", options_da=_lines("Ja", "Nej"))
    shown = _write(staff, "text", "two", words_da="Hvorfor?", shown_if="q1 o2", on_new_page="on")
    assert "Only after question 1:" in shown
    assert Question.objects.get(key="q2").shown_if == {"question": "q1", "options": ["o2"]}
    assert survey.sections.count() == 2


def test_keeps_the_key_of_an_answer_whose_words_change(staff, survey):
    one = factories.question(survey)
    words = {"idempotency_key": "one", "words_da": "Er du tryg?"}
    address = _at("survey-question", one.pk)
    staff.post(address, words | {"options_da": _lines("Ja", "Nej, slet ikke")})
    one.refresh_from_db()
    assert [part["key"] for part in one.options] == ["yes", "no"]
    staff.post(
        address, words | {"idempotency_key": "two", "options_da": _lines("Måske", "Nej, slet ikke", "Ja")}
    )
    one.refresh_from_db()
    assert [part["key"] for part in one.options] == ["o1", "no", "yes"]


def test_is_asked_in_a_further_language(staff, survey):
    one = factories.question(survey)
    address = _at("survey-question", one.pk)
    assert 'name="words_ar"' in staff.get(f"{address}?also=ar").text
    staff.post(
        f"{address}?also=ar",
        {"idempotency_key": "one", "words_da": "Tryg?", "words_ar": "هل؟", "options_da": _lines("Ja", "Nej")},
    )
    assert 'name="words_ar"' in staff.get(address).text
    factories.opened(survey)
    asked = type(staff)()
    asked.post(_at("survey-answer") + "?language=ar", {"idempotency_key": "two"})
    page = asked.get(_at("survey-answer-page", 1) + "?language=ar").text
    assert "هل؟" in page
    assert 'lang="ar" dir="auto"' in page


def test_gives_a_page_its_heading(staff, survey):
    factories.question(survey)
    section = survey.sections.get()
    words = {"idempotency_key": "one", "words_da": "Tryghed", "words_en": " Safety "}
    assert "Safety" in staff.post(_at("survey-section", section.pk), words, follow=True).text
    section.refresh_from_db()
    assert section.words == {"da": "Tryghed", "en": "Safety"}


def test_shows_it_as_a_neighbour_will_and_saves_nothing(staff, survey):
    factories.question(survey, is_required=True)
    branch = {"question": "safe", "options": ["no"]}
    factories.question(survey, "why", "text", shown_if=branch, section=factories.section(survey, 2))
    preview = _at("survey-preview")
    assert "Er du tryg her?" in staff.get(f"{preview}?language=da").text
    assert "Please answer this one." in staff.post(preview, {"idempotency_key": "one"}).text
    second = staff.post(preview, {"idempotency_key": "two", "number": "1", "safe": "no"})
    assert 'name="why"' in second.text
    typed = {"idempotency_key": "three", "number": "2", "travelled": second.context["travelled"]}
    assert "That was the last page." in staff.post(preview, typed).text
    assert not Response.objects.exists()
