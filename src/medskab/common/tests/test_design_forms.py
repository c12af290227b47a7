"""A field comes with its label, its help, who sees it, and what is wrong; a deed with its key."""

import re

import pytest
from django import forms
from django.template import engines
from django.test import RequestFactory

from medskab.common.forms import DeedForm


class Example(DeedForm):
    name = forms.CharField(label="What is it called?", help_text="A few words.")
    note = forms.CharField(required=False, widget=forms.Textarea)
    kind = forms.ChoiceField(choices=[("a", "One"), ("b", "Two")], widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="I agree")


def rendered(text: str, form: forms.Form) -> str:
    request = RequestFactory().get("/")
    return engines["django"].from_string(text).render({"form": form}, request)


def test_ties_label_help_and_who_sees_it_to_the_box():
    page = rendered("{% field form.name who_sees='Everybody can see this.' %}", Example())
    assert 'for="id_name"' in page
    assert 'aria-describedby="id_name_hint id_name_seen"' in page
    assert 'id="id_name_seen"' in page
    assert "Everybody can see this." in page
    assert "aria-invalid" not in page


def test_says_at_the_field_what_is_wrong():
    page = rendered("{% field form.name %}", Example({}))
    assert 'aria-invalid="true"' in page
    assert 'id="id_name_wrong"' in page
    assert "id_name_hint id_name_wrong" in page


def test_says_which_field_may_be_left_out():
    assert "field__optional" in rendered("{% field form.note %}", Example())
    assert "field__optional" not in rendered("{% field form.name %}", Example())


def test_groups_choices_under_one_name():
    page = rendered("{% field form.kind %}", Example())
    assert "<fieldset" in page
    assert "<legend" in page
    assert page.count('class="choice"') == 2


def test_makes_the_whole_line_of_a_tick_its_label():
    page = rendered("{% field form.agreed %}", Example())
    assert re.search(r'<label class="choice" for="id_agreed">\s*<input type="checkbox"', page)


@pytest.mark.parametrize(("field", "anchor"), [("name", "#id_name"), ("kind", "#id_kind_0")])
def test_leads_from_the_list_of_errors_to_each_place(field, anchor):
    page = rendered("{% error_summary form %}", Example({}))
    assert f'href="{anchor}"' in page
    assert 'role="alert"' in page
    assert "called?:" not in page


def test_lists_nothing_when_nothing_is_wrong():
    assert rendered("{% error_summary form %}", Example()).strip() == ""


def test_shows_what_is_wrong_with_the_whole_form():
    form = Example({})
    form.add_error(None, "The vote closed at noon.")
    assert "The vote closed at noon." in rendered("{% error_summary form %}", form)


def key_in(page: str) -> str:
    return re.search(r'name="idempotency_key" value="([0-9a-z]+)"', page)[1]


def test_gives_every_new_form_a_key_of_its_own():
    keys = {key_in(rendered("{% deed_form form %}", Example())) for _time in range(3)}
    assert len(keys) == 3
    assert len({key_in(rendered("{% deed_form %}", Example())) for _time in range(3)}) == 3


def test_keeps_the_key_of_a_form_that_comes_back():
    assert key_in(rendered("{% deed_form form %}", Example({"idempotency_key": "abc123"}))) == "abc123"


def test_guards_a_form_against_other_sites():
    assert re.search(r'csrfmiddlewaretoken" value="\w{30,}"', rendered("{% deed_form form %}", Example()))
