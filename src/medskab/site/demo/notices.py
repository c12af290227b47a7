"""What hangs on the demo's board."""

import typst

from medskab.noticeboard import actions
from medskab.noticeboard.models import DocumentKind

from .story import Story

_HOUSE_RULES = """
#set document(title: "Husorden for Engparken (demo)")
#set text(size: 13pt, lang: "da")
#set page(paper: "a4", margin: 25mm)
= Husorden for Engparken
_Demo: stedet, menneskene og reglerne er opdigtet._
+ Vis hensyn efter klokken 21.
+ Gårdene er for alle. Ryd op efter dig.
+ Cykler står i kælderen, barnevogne under trappen.
+ Affald sorteres i skuret ved din blok.
+ Er noget i stykker, så skriv til varmemesteren.
Vedtaget af afdelingsmødet.
"""
_NOTICES = (
    ("Vandet bliver lukket i blok 4", "Mellem klokken 9 og 13. Tap vand i god tid.", 4, -1, 2, True),
    (
        "Fælles oprydning i gård 3",
        "Vi mødes klokken 10. Der er suppe bagefter.",
        3,
        -3,
        11,
        False,
    ),
    ("Ny åbningstid i vaskeriet", "Åbent fra klokken 7 til 22 alle dage.", 0, -20, 40, False),
)
_CONTACTS = (
    ("Noget er i stykker", "Varmemesteren", "varmemester@demo.invalid", "Hverdage 8–10"),
    ("Beboerhuset", "Freja (demo)", "beboerhus@demo.invalid", "Mandag til torsdag 10–17"),
    ("Afdelingsbestyrelsen", "Birgit (demo)", "bestyrelse@demo.invalid", "Første tirsdag i måneden 17–18"),
)


def put_codes_up(story: Story, codes: str, *, until: int) -> None:
    """Everybody may use them: who votes with a code again takes the place of who did so before."""
    words = {
        "title": "Prøv selv: stem i demoen",
        "text": f"Demo: alle må bruge disse koder. {codes}. Vælg “Stem med din kode” på forsiden.",
        "place": None,
        "from_on": story.on(0),
        "until_on": story.on(until),
        "is_urgent": True,
    }
    actions.put_up(area=story.area, words=words, by=story.who("freja"), now=story.at(0, 8))


def hang_up(story: Story) -> str:
    """Notices with their days, who to write to, and the house rules."""
    birgit = story.who("birgit")
    for title, text, block, first, last, is_urgent in _NOTICES:
        words = {
            "title": title,
            "text": text,
            "place": story.block(block),
            "from_on": story.on(first),
            "until_on": story.on(last),
            "is_urgent": is_urgent,
        }
        actions.put_up(area=story.area, words=words, by=birgit, now=story.at(first, 8))
    for order, (what, name, mail, hours) in enumerate(_CONTACTS, 1):
        contact = {"what": what, "name": name, "phone": "", "mail": mail, "hours": hours, "order": order}
        actions.add_contact(area=story.area, words=contact, by=birgit, now=story.at(-400))
    actions.add_document(
        area=story.area,
        title="Husorden for Engparken (demo)",
        kind=DocumentKind.HOUSE_RULES,
        content=typst.compile(_HOUSE_RULES.encode()),
        by=birgit,
        now=story.at(-230),
    )
    return "Notices, who to write to, and the house rules"
