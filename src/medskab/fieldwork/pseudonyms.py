"""Another name for somebody: a plain thing, which says nothing about whoever bears it."""

import secrets
from collections.abc import Container
from difflib import SequenceMatcher

_THINGS = """
Altan Anker Bakke Balje Bark Blyant Bold Bølge Bøje Brønd Brosten Bue Cykel Damper Dug
Fane Fjer Flaske Flod Fyrtårn Gaffel Glas Globus Gryde Gynge Hammer Hat Havn Hegn Hjul
Hylde Hytte Kajak Kande Kikkert Klokke Knap Kompas Kop Kost Krukke Kugle Lampe Ledning
Lygte Madras Måne Mølle Muffe Mur Nål Nøgle Ovn Paraply Pensel Pil Port Potte Pude Raket
Ramme Reol Ring Ror Rude Saks Sejl Ske Skovl Skib Sky Snor Sofa Spade Spand Spejl Stige
Stol Tårn Taske Tavle Telt Tinde Trappe Tromle Trøje Tunnel Ur Vante Vase Vind Vugge Vogn
"""
WORDS = tuple(_THINGS.split())
_TOO_LIKE = 0.6


def resembles(pseudonym: str, name: str) -> bool:
    """Whether the other name begins like a part of the real one, or reads like it."""
    other = pseudonym.casefold()
    return any(
        part[:2] == other[:2] or SequenceMatcher(None, part, other).ratio() >= _TOO_LIKE
        for part in name.casefold().split()
        if len(part) > 1
    )


def proposed(taken: Container[str]) -> str:
    """A word by chance that nobody bears here; with a number once all words are in use."""
    free = [word for word in WORDS if word not in taken]
    if free:
        return secrets.choice(free)
    number = 2
    while True:
        free = [f"{word} {number}" for word in WORDS if f"{word} {number}" not in taken]
        if free:
            return secrets.choice(free)
        number += 1
