"""It finds texts about the same by words and signs alone, in whatever language they are."""

import random
from math import log, sqrt

import pytest

from medskab.methods.likeness import alike
from medskab.methods.likeness.alike import Alike
from medskab.methods.likeness.grams import features

TEXTS = [
    "Lampen ved porten er slukket",
    "Der mangler en bænk i gården",
    "المصباح عند البوابة مطفأ",
    "Bramanın yanındaki lamba sönmüş",
    "门口的路灯坏了",
    "Лампа біля воріт не світить",
    "",
]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("LAMPER ved porten slukkede", 0),
        ("Flere bænke i gårdene!", 1),
        ("مصباح البوابة مطفأ", 2),
        ("lambalar sönmüş", 3),
        ("路灯坏了", 4),
        ("лампи біля воріт", 5),
    ],
)
def test_finds_the_same_in_other_forms_of_any_language(said, number):
    assert Alike(TEXTS).most_like(said, most=1)[0][0] == number


def test_is_one_for_the_same_text_and_nothing_for_a_strange_one():
    kept = Alike(TEXTS)
    assert kept.most_like(TEXTS[0])[0] == (0, pytest.approx(1))
    for strange in ("", "?!", "xyzzy"):
        assert kept.most_like(strange) == []


def test_gains_nothing_by_saying_it_often():
    kept = Alike(TEXTS)
    assert kept.most_like("lampen " * 50) == kept.most_like("lampen lampen lampen")


def test_equals_one_text_at_a_time_counted_by_hand():
    rng = random.Random(5)
    words = ["lampe", "port", "bænk", "gård", "sti", "mørk", "træ", "leg"]
    texts = [" ".join(rng.choices(words, k=rng.randint(1, 6))) for _ in range(40)]
    sets = [set(features([text])[0].tolist()) for text in texts]
    asked = set(features(["mørk sti og port"])[0].tolist())

    def weight(feature):
        return log(1 + len(texts) / max(1, sum(feature in one for one in sets)))

    def length(one):
        return sqrt(sum(weight(feature) ** 2 for feature in one))

    for number, likeness in Alike(texts).most_like("mørk sti og port", most=40, least=0.01):
        both = sum(weight(feature) ** 2 for feature in sets[number] & asked)
        assert likeness == pytest.approx(both / (length(sets[number]) * length(asked)))


def test_takes_more_in_as_if_all_had_come_at_once():
    grown = Alike(TEXTS[:2])
    grown.take_in([])
    grown.take_in(TEXTS[2:])
    assert grown.most_like("lampe slukket", least=0) == Alike(TEXTS).most_like("lampe slukket", least=0)


def test_begins_with_nothing():
    assert Alike([]).most_like("a lamp") == []


def test_keeps_no_text():
    assert not any(isinstance(value, str | list | tuple) for value in vars(alike.Alike(TEXTS)).values())
