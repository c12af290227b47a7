"""Setting a decision up that is taken here: what, under which mandate, with which money, when."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_noop

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import preflight, queries, rules
from medskab.decisions.dates import Dates, check_order
from medskab.decisions.models import Decision, DecisionKind, Nature, Phase, State
from medskab.decisions.refusals import (
    AlreadyOpened,
    NotReadyYet,
    NotYoursToDecide,
    NotYoursToSpend,
)
from medskab.mandates import actions as mandates
from medskab.mandates.models import Mandate
from medskab.needs.models import Need
from medskab.notifications import actions as notifications
from medskab.people.models import Person
from medskab.places.models import Area
from medskab.resources import actions as resources
from medskab.resources.models import BudgetLine
from medskab.threads.actions import link


@deed
def set_up(
    *, area: Area, facts: dict[str, Any], need: Need | None = None, by: Person, now: datetime
) -> Decision:
    """Begin a decision of one's own, maybe about a need.

    Facts: title, kind, nature, about, mandate, budget_line, budget.
    """
    if not rules.may_prepare(by, area) or (need is not None and need.area_id != area.pk):
        raise NotYoursToDecide
    _check_ground(area, facts)
    decision = Decision.objects.create(
        area=area,
        slug=queries.free_slug(area, facts["title"]),
        state=State.SET_UP,
        created_by=by,
        created_at=now,
        **facts,
    )
    if need is not None:
        link(need, decision, why=gettext_noop("led to a decision"), now=now)
    audit.record("decision.set_up", decision, by=by, now=now)
    return decision


@deed
def change_set_up(*, decision: Decision, facts: dict[str, Any], by: Person, now: datetime) -> Decision:
    """Change what is decided, before anybody else has seen it."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    _check_ground(decision.area, facts)
    if not Decision.objects.filter(pk=decision.pk, state=State.SET_UP).update(**facts):
        raise AlreadyOpened
    audit.record("decision.set_up_changed", decision, by=by, now=now)
    decision.refresh_from_db()
    return decision


@deed
def plan(*, decision: Decision, dates: Dates, by: Person, now: datetime) -> Decision:
    """Give the phases their dates, before the decision is opened."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    if decision.state != State.SET_UP:
        raise AlreadyOpened
    check_order(dates)
    Phase.objects.filter(decision=decision).exclude(kind__in=dates).delete()
    for kind, (starts_at, ends_at) in dates.items():
        Phase.objects.update_or_create(
            decision=decision,
            kind=kind,
            defaults={"area_id": decision.area_id, "starts_at": starts_at, "ends_at": ends_at},
        )
    audit.record("decision.planned", decision, by=by, now=now)
    return decision


@deed
def open_decision(*, decision: Decision, by: Person, now: datetime) -> Decision:
    """Show it to everybody: its mandate authorizes it, and its money is put aside."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    if missing := [check for check in preflight.before_opening(decision, now) if not check.is_done]:
        raise NotReadyYet(missing[0].title)
    opening: dict[str, Any] = {"state": State.RUNNING, "opened_at": now}
    if decision.mandate and decision.nature == Nature.DECISION:
        opening["authorization"] = mandates.authorize(
            mandate=decision.mandate,
            source=decision,
            field=decision.title,
            ceiling_ore=decision.budget or 0,
            by=by,
            now=now,
        )
        if decision.budget_line and decision.budget:
            opening["reservation"] = resources.reserve(
                line=decision.budget_line,
                authorization=opening["authorization"],
                amount_ore=decision.budget,
                source=decision,
                by=by,
                now=now,
            )
        link(decision.mandate, decision, why=gettext_noop("gave the right to decide"), now=now)
    if not Decision.objects.filter(pk=decision.pk, state=State.SET_UP).update(**opening):
        raise AlreadyOpened
    if decision.agenda_item:
        link(decision.agenda_item, decision, why=gettext_noop("sent it to a vote"), now=now)
    decision.refresh_from_db()
    audit.record("decision.opened", decision, by=by, now=now, figures={"budget": decision.budget or 0})
    notifications.tell(
        people=queries.people_here(decision), kind="decisions/opened", about=decision, by=by, now=now
    )
    return decision


def _check_ground(area: Area, facts: dict[str, Any]) -> None:
    mandate: Mandate | None = facts.get("mandate")
    line: BudgetLine | None = facts.get("budget_line")
    if (mandate and mandate.area_id != area.pk) or (line and line.area_id != area.pk):
        raise NotYoursToSpend
    if line and (mandate is None or line.mandate_id != mandate.pk):
        raise NotYoursToSpend
    if facts.get("kind") == DecisionKind.HOUSEHOLD:
        facts["budget"] = None
