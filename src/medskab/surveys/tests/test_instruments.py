"""The ready question sets are whole, sealed and in both languages."""

import pytest
from django.conf import settings

from medskab.surveys import instruments as sets
from medskab.surveys.models import Question
from medskab.surveys.queries import faults_of

SETS = sets.instruments()


@pytest.mark.parametrize("key", SETS)
def test_can_be_asked_as_it_is(key):
    for asked in SETS[key].questions:
        assert faults_of(Question(**asked), {}) == []


@pytest.mark.parametrize("key", SETS)
def test_speaks_each_language_and_names_its_source(key):
    one = SETS[key]
    texts = [one.title]
    for asked in one.questions:
        ends = asked.get("ends", {}).values()
        texts += [asked["words"], *ends]
        texts += [choice["words"] for choice in [*asked.get("options", []), *asked.get("rows", [])]]
    assert {frozenset(words) for words in texts} == {frozenset(code for code, _name in settings.LANGUAGES)}
    assert one.source
    assert one.licence


def test_refuses_a_set_that_was_changed(monkeypatch, tmp_path):
    (tmp_path / "seals.toml").write_text(f'trust = "{sets.content_hash(b"sealed")}"')
    (tmp_path / "trust.toml").write_bytes(b"changed")
    monkeypatch.setattr(sets, "_HERE", tmp_path)
    with pytest.raises(sets.ChangedInstrument, match="trust"):
        sets.instruments.__wrapped__()
