"""What was tried in the demo's area in the years before it began to listen."""

from medskab.needs.actions import Tried, write_effort

from .story import Story

EFFORTS = (
    Tried(
        title="Lys langs stien til skolen",
        begun_year=2016,
        ended_year=2018,
        cost_ore=41_500_000,
        by_whom="Boligforeningen og kommunen",
        about="Otte lave lamper blev sat op langs stien mellem blok 2 og skolen.",
        intended="Børn skulle turde gå alene til skole hele vinteren.",
        seen_effect="Flere børn gik selv den første vinter. Halvdelen af lamperne blev slået i stykker.",
        remained="Kablerne ligger der endnu. Ingen fik til opgave at skifte pærer.",
        source="Afdelingsbestyrelsens referater 2016–2018 (opdigtede, til demoen).",
    ),
    Tried(
        title="Ungeklub i kælderen under blok 5",
        begun_year=2011,
        ended_year=2013,
        cost_ore=28_000_000,
        by_whom="En idrætsforening",
        about="Et sted for unge tre aftener om ugen, med to lønnede voksne.",
        intended="Unge mellem 13 og 18 skulle have et sted at være efter klokken 20.",
        seen_effect="Omkring 25 kom hver aften. Da lønnen ophørte, lukkede klubben på en måned.",
        remained="Rummet og et bordtennisbord. De unge havde ikke selv nøgle.",
        source="Foreningens slutrapport (opdigtet, til demoen).",
    ),
    Tried(
        title="Fællesspisning i beboerhuset",
        begun_year=2014,
        by_whom="Frivillige beboere",
        about="Mad til 40 den første torsdag i måneden. Køkkenet lånes gratis.",
        intended="Naboer fra flere blokke skulle lære hinanden at kende.",
        seen_effect="Næsten alle, der kommer, bor i blok 1 til 3.",
        remained="Seks, der stadig laver mad, og en liste over hvem der kan hjælpe.",
        source="Fortalt på et beboermøde (opdigtet, til demoen).",
    ),
)


def remember(story: Story) -> str:
    """Staff write down what people remember."""
    for number, tried in enumerate(EFFORTS):
        at = story.at(-383, 10 + number)
        write_effort(area=story.area, tried=tried, by=story.who("freja"), now=at)
    return f"{len(EFFORTS)} efforts of the years before are on the register"
