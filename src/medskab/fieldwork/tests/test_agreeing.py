"""What a speaker allows: nothing by default, asked for each purpose, taken back with the receipt."""

import pytest

from medskab.common.clock import now
from medskab.common.codes import new_code
from medskab.fieldwork import actions, consenting, envelopes, pseudonyms, refusals, rules
from medskab.fieldwork.models import Subject
from medskab.fieldwork.tests import factories
from medskab.people.models import AgeBand, Channel, Purpose, Voice


def _take_back(area, code, purpose):
    return actions.take_back(area=area, code=code, purpose=purpose, by=None, now=now())


def test_allows_only_what_was_said_yes_to(area, by):
    whom = factories.subject(area, by, "stored", "quoted")
    assert [purpose for purpose in Purpose if rules.may_use(whom, purpose)] == ["stored", "quoted"]


def test_enters_nobody_who_does_not_let_it_be_kept(area, by):
    with pytest.raises(refusals.NotAllowedToKeep):
        factories.subject(area, by, "quoted")
    assert not Subject.objects.exists()


@pytest.mark.parametrize(
    ("voices", "is_enough"),
    [
        ((Voice.GUARDIAN, Voice.CHILD), True),
        ((Voice.GUARDIAN,), False),
        ((Voice.CHILD,), False),
        ((Voice.OWN,), False),
    ],
)
@pytest.mark.parametrize("age_band", [AgeBand.UNDER_13, AgeBand.FROM_13])
def test_asks_both_guardian_and_child_below_fifteen(area, by, voices, is_enough, age_band):
    consent = factories.asked(voices=voices)
    if is_enough:
        whom = factories.subject(area, by, consent=consent, age_band=age_band)
        assert rules.may_use(whom, Purpose.STORED)
    else:
        with pytest.raises(refusals.NotAllowedToKeep):
            factories.subject(area, by, consent=consent, age_band=age_band)


def test_lets_somebody_of_fifteen_decide_alone(area, by):
    assert rules.may_use(factories.subject(area, by, age_band=AgeBand.FROM_15), Purpose.STORED)


def test_asks_for_a_witness_when_it_is_said_aloud(area, by):
    with pytest.raises(refusals.NeedsWitness):
        factories.subject(area, by, consent=factories.asked(channel=Channel.SPOKEN))
    heard = factories.asked(channel=Channel.SPOKEN, witness="Bodil from the club")
    agreement = factories.subject(area, by, consent=heard).agreements.first()
    assert b"Bodil" not in bytes(agreement.witness)
    assert envelopes.open_witness(agreement) == "Bodil from the club"


def test_counts_no_unchecked_translation_alone(area, by):
    with pytest.raises(refusals.UncheckedText):
        factories.subject(area, by, consent=factories.asked(language="ar"))
    whom = factories.subject(area, by, consent=factories.asked(language="ar", beside="da"))
    assert rules.may_use(whom, Purpose.STORED)


@pytest.mark.parametrize("language", ["da", "en", "ar"])
def test_has_a_sentence_for_each_purpose(language):
    assert set(consenting.languages()[language].purposes) == set(Purpose.values)


def test_takes_one_yes_back_with_the_receipt(area, by):
    code = new_code()
    whom = factories.subject(area, by, code=code)
    _take_back(area, code, "quoted")
    assert not rules.may_use(whom, Purpose.QUOTED)
    assert rules.may_use(whom, Purpose.ANALYSED)


def test_takes_nothing_back_with_another_code(area, by):
    whom = factories.subject(area, by)
    with pytest.raises(refusals.NoSuchReceipt):
        _take_back(area, new_code(), "quoted")
    assert rules.may_use(whom, Purpose.QUOTED)


def test_lets_a_later_no_count(area, by):
    whom = factories.subject(area, by)
    actions.agree(subject=whom, asked=factories.asked("stored"), by=by, now=now())
    assert not rules.may_use(whom, Purpose.QUOTED)
    assert rules.may_use(whom, Purpose.STORED)


def test_refuses_a_pseudonym_like_the_name_or_one_in_use(area, by):
    with pytest.raises(refusals.NameInPseudonym):
        factories.subject(area, by, pseudonym="Hatice", contact="Hatice Demir, 12 34 56 78")
    factories.subject(area, by, pseudonym="Lampe")
    with pytest.raises(refusals.PseudonymTaken):
        factories.subject(area, by, pseudonym="lampe")


def test_proposes_words_that_are_free_and_numbers_when_none_is():
    taken = set(pseudonyms.WORDS[1:])
    assert pseudonyms.proposed(taken) == pseudonyms.WORDS[0]
    assert pseudonyms.proposed(set(pseudonyms.WORDS)).endswith(" 2")
