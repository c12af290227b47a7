"""What becomes of the demo's budget: months of news, and one thing that is late."""

from dataclasses import dataclass

from medskab.decisions import actions
from medskab.decisions.models import Delivery, DeliveryState
from medskab.needs.models import NeedState

from .budget import TITLE
from .listening import LIGHT, SEATS, settle_needs
from .proposals import BENCHES, BIKES, GOALS, LIGHTS, OVEN, PARTY, SEWING
from .story import Story

_S = DeliveryState


@dataclass(frozen=True)
class News:
    """What somebody told on a day; `due`: another last day."""

    title: str
    day: int
    state: DeliveryState
    text: str
    by: str = "poul"
    due: int | None = None


NEWS = (
    News(LIGHTS.title, -125, _S.UNDER_WAY, "Lamperne er bestilt. De bliver sat op om fire uger.", "ole"),
    News(SEWING.title, -122, _S.UNDER_WAY, "Seks maskiner står klar i blok 6.", "birgit"),
    News(BENCHES.title, -118, _S.UNDER_WAY, "Bente og varmemesteren har målt op i gård 3."),
    News(PARTY.title, -104, _S.DONE, "Over 300 kom. Der var mad til alle og dans til klokken 22.", "birgit"),
    News(SEWING.title, -96, _S.DONE, "Første syaften: ni kom. Hver onsdag klokken 19.", "birgit"),
    News(LIGHTS.title, -91, _S.DONE, "Alle ni lamper lyser. Se selv efter.", "ole"),
    News(BIKES.title, -75, _S.UNDER_WAY, "Rummet er ryddet. Værktøjet kommer i næste måned."),
    News(BENCHES.title, -64, _S.DONE, "Fire bænke og to borde står i gård 3."),
    News(GOALS.title, -52, _S.UNDER_WAY, "Græsset bliver lagt til foråret, så det kan gro fast.", due=130),
    News(OVEN.title, -40, _S.UNDER_WAY, "Ovnen står i kælderen. Vi venter på tilladelsen til røg."),
    News(BIKES.title, -34, _S.UNDER_WAY, "Værktøjet er her. Mikkel mangler én til at dele vagten.", due=25),
)


def deliver(story: Story) -> str:
    """Month by month. The pizza oven is late, and everybody can see it."""
    for news in NEWS:
        _tell(story, news)
    settle_needs(story, {LIGHT: NeedState.DONE, SEATS: NeedState.DONE}, day=-60)
    return "Months of news of what was decided; one thing is late"


def delivery_of(story: Story, title: str) -> Delivery:
    """What was decided, on its way."""
    known = Delivery.objects.select_related("decision__area", "commitment__reservation__line__mandate")
    return known.get(area=story.area, decision__title=TITLE, proposal__title=title)


def _tell(story: Story, news: News) -> None:
    actions.tell_delivery(
        delivery=delivery_of(story, news.title),
        state=news.state,
        text=news.text,
        due_on=story.on(news.due) if news.due is not None else None,
        by=story.who(news.by),
        now=story.at(news.day, 14),
    )
