"""What residents of the demo propose, as they might write it, and who says that it can be done."""

from dataclasses import dataclass

from .listening import LIGHT, SEATS, YOUNG


@dataclass(frozen=True)
class Idea:
    """One proposal. `block`: where it lies, 0 for all; `likes`: how much families, young and older do."""

    title: str
    text: str
    kroner: int
    block: int
    by: str
    done_by: str
    likes: tuple[int, int, int]
    need: str = ""
    real_kroner: int = 0
    checked_by: str = "poul"

    @property
    def cost_ore(self) -> int:
        """What it costs after the check."""
        return (self.real_kroner or self.kroner) * 100


LIGHTS = Idea(
    *("Natlys på stien til skolen", "Ni lamper, som tænder, når nogen går forbi.", 42_000, 2, "hassan"),
    *("Ole, kommunen", (9, 2, 6), LIGHT, 0, "ole"),
)
GOALS = Idea(
    *("Fodboldmål og kunstgræs i gård 7", "Så kan man spille, også når det regner.", 58_000, 7, "yusuf"),
    *("Mikkel, blok 7", (9, 6, 0), "", 64_000, "poul"),
)
PARTY = Idea(
    *("Sommerfest for alle otte blokke", "Én dag med mad, musik og et langt bord.", 55_000, 0, "amira"),
    *("Amira, blok 4, med festudvalget", (8, 3, 4), "", 0, "birgit"),
)
STUDIO = Idea(
    *("Lydstudie for unge mellem 13 og 25", "I rummet under blok 5. Vi passer det selv.", 58_000, 0, "yusuf"),
    *("Yusuf, blok 5, med Amira som voksen", (2, 9, 0), YOUNG, 0, "freja"),
)
GREENHOUSE = Idea(
    *("Drivhus ved beboerhuset", "Tomater, kaffe og et sted at være om foråret.", 36_000, 4, "tove"),
    *("Tove, blok 4", (1, 0, 8), "", 0, "birgit"),
)
OVEN = Idea(
    *("Udekøkken med pizzaovn", "Vi bager sammen om søndagen.", 31_000, 1, "leyla"),
    *("Leyla, blok 1", (3, 2, 5), "", 0, "poul"),
)
BIKES = Idea(
    *("Cykelværksted i kælderen i blok 5", "Værktøj og en, der kan vise det.", 27_500, 5, "mikkel"),
    *("Mikkel, blok 7", (1, 5, 1), "", 0, "poul"),
)
HOMEWORK = Idea(
    *("Lektiecafé med studerende", "To aftener om ugen i beboerhuset.", 22_000, 0, "hassan"),
    *("Malik, foreningen Bro (opdigtet)", (3, 3, 1), "", 0, "freja"),
)
MURAL = Idea(
    *("Vægmaleri på gavlen ved busstoppet", "Børnene tegner, en maler hjælper.", 48_000, 8, "leyla"),
    *("Leyla, blok 1", (1, 4, 2), "", 0, "freja"),
)
BENCHES = Idea(
    *("Bænke og borde i gård 3", "Fire bænke og to borde, hvor solen er.", 18_000, 3, "bente"),
    *("Bente, blok 3, med varmemesteren", (1, 1, 8), SEATS, 0, "poul"),
)
GIRLS = Idea(
    *("Pigeklub om torsdagen", "Et rum for piger mellem 10 og 16.", 15_000, 0, "sofia"),
    *("Amira, blok 4", (2, 2, 0), YOUNG, 0, "freja"),
)
SEWING = Idea(
    *("Syaften med seks maskiner", "Fire naboer vil lære fra sig.", 12_000, 6, "tove"),
    *("Tove, blok 4", (1, 0, 5), "", 0, "birgit"),
)
HENS = Idea(
    *("Hønsehus med ti høns", "Æg til dem, der passer dem.", 24_000, 3, "amira"),
    *("Amira, blok 4", (2, 0, 4), "", 0, "poul"),
)
ROUND = Idea(
    *("Skilte til en motionsrunde", "Tre kilometer rundt om alle blokke.", 19_500, 0, "bente"),
    *("Birgit, bestyrelsen", (1, 1, 4), "", 0, "birgit"),
)
ON_THE_BALLOT = (
    *(LIGHTS, GOALS, PARTY, STUDIO, GREENHOUSE, OVEN, BIKES, HOMEWORK),
    *(MURAL, BENCHES, GIRLS, SEWING, HENS, ROUND),
)

# Title, text, kroner, block and author.
Proposed = tuple[str, str, int, int, str]
# Two that become one, one that its author takes back, one that nobody can build.
MERGED: tuple[Proposed, ...] = (
    ("Bænke i gård 3", "Fire bænke, hvor solen er.", 11_000, 3, "bente"),
    ("Borde i gård 3", "To borde, så man kan spille kort.", 8_000, 3, "hassan"),
)
TAKEN_BACK: Proposed = ("Grillplads på taget", "Udsigten er god.", 30_000, 7, "mikkel")
CANNOT_BE_BUILT: Proposed = ("Svømmebassin i gård 1", "Til om sommeren.", 240_000, 1, "leyla")
WHY_NOT_BUILT = (
    "Det koster mindst 900.000 kr. og 60.000 kr. om året at drive. Svømmehallen giver gratis timer i stedet."
)
