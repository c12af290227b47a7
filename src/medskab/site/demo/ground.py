"""Where the demo lies and what stands on its ground: invented to the last path, and drawn out at sea."""

from pathlib import Path

from medskab.places import actions

from .story import Story

_HERE = Path(__file__).resolve().parent
SOURCE = "Tegnet til demoen: opfundet, og midt i Kattegat"

# By the title of a need or an asset: latitude and longitude, as staff put the pins.
PINS = {
    "Lys på stien til skolen": (56.119897, 11.23626),
    "Et sted for unge om aftenen": (56.1202, 11.240907),
    "Flere steder at sidde i gården": (56.118998, 11.238455),
    "Vi vil være med, før planen er tegnet": (56.120436, 11.238144),
    "Køkkenet i beboerhuset kan bespise 60": (56.12128, 11.242217),
    "Fire naboer kan sy og vil lære fra sig": (56.119607, 11.241172),
}


def draw_ground(story: Story) -> str:
    """The outline of Engparken, and a map with its houses and paths."""
    freja = story.who("freja")
    outline = actions.read_outline((_HERE / "engparken-outline.json").read_bytes())
    facts = actions.BoundaryFacts("Engparken", "Afdelingens grund", SOURCE, story.on(-400))
    actions.add_boundary(area=story.area, facts=facts, outline=outline, by=freja, now=story.at(-400))
    found = actions.read_map([(_HERE / "engparken-ground.json").read_bytes()], outline.box)
    given = actions.MapSource("engparken.geojson", SOURCE)
    kept = actions.upload_map(area=story.area, given=given, found=found, by=freja, now=story.at(-399))
    actions.take_in_map(map_file=kept, by=freja, now=story.at(-399))
    return f"A map with {len(found.shapes)} houses, paths and lawns"
