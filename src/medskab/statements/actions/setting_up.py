"""Making a conversation ready."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.people.models import Person
from medskab.places.models import Area, Place, PlaceKind
from medskab.statements import rules
from medskab.statements.addresses import free_slug
from medskab.statements.models import Conversation


@dataclass(frozen=True)
class Plan:
    """What a conversation is about, and when it takes votes; without a beginning it begins when opened."""

    title: str
    question: str = ""
    place: Place | None = None
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    takes_statements: bool = True
    days_to_check: int = 3


@deed
def make_conversation(*, area: Area, plan: Plan, by: Person, now: datetime) -> Conversation:
    """Begin a draft; nobody but staff sees it."""
    facts = _facts(area, plan, by, now)
    slug = free_slug(area, plan.title)
    made = Conversation.objects.create(area=area, slug=slug, made_by=by, made_at=now, **facts)
    record("statements/conversation-made", made, by=by, now=now)
    return made


@deed
def change_conversation(*, conversation: Conversation, plan: Plan, by: Person, now: datetime) -> Conversation:
    """Word it better or move its days; its address stays."""
    row = Conversation.objects.select_for_update().get(pk=conversation.pk)
    facts = _facts(row.area, plan, by, row.opens_at)
    for field, value in facts.items():
        setattr(row, field, value)
    row.save(update_fields=list(facts))
    record("statements/conversation-changed", row, by=by, now=now)
    return row


def _facts(area: Area, plan: Plan, by: Person, begins: datetime) -> dict[str, object]:
    if not rules.may_set_up(by, area):
        raise CannotAct(_("Only those who work here do this."))
    if not plan.title.strip():
        raise CannotAct(_("Give it a title."))
    if plan.place and (plan.place.area_id != area.pk or plan.place.kind == PlaceKind.STAIRWELL):
        raise CannotAct(_("Choose a block or a wider place of this area."))
    if not 1 <= plan.days_to_check <= 30:
        raise CannotAct(_("Statements are checked within 1 to 30 days."))
    opens_at = plan.opens_at or begins
    if plan.closes_at and plan.closes_at <= opens_at:
        raise CannotAct(_("It must close after it opens."))
    return {
        "title": plan.title.strip(),
        "question": plan.question.strip(),
        "place": plan.place,
        "opens_at": opens_at,
        "closes_at": plan.closes_at,
        "takes_statements": plan.takes_statements,
        "days_to_check": plan.days_to_check,
    }
