"""Everybody who may knock at a door, for the matrix of who may open which."""

from datetime import timedelta

from medskab.common.clock import now
from medskab.people.models import Account, AgeBand, Person, Role, RoleKind
from medskab.places.models import Area

INSIDERS = {
    "resident": RoleKind.RESIDENT,
    "facilitator": RoleKind.FACILITATOR,
    "project leader": RoleKind.PROJECT_LEADER,
    "board member": RoleKind.BOARD_MEMBER,
    "officer": RoleKind.OFFICER,
    "partner": RoleKind.PARTNER,
    "evaluator": RoleKind.EVALUATOR,
}
ANONYMOUS, OUTSIDER = "anonymous", "outsider"
EVERYBODY = (
    ANONYMOUS,
    OUTSIDER,
    *INSIDERS,
    "without a role",
    "resident of 13",
    "former facilitator",
    "future facilitator",
    "erased facilitator",
    "other area's facilitator",
    "other area's resident",
)
# Who has a person in the area; the rest are outside its walls.
WITH_A_PLACE = frozenset(EVERYBODY) - {
    ANONYMOUS,
    OUTSIDER,
    "erased facilitator",
    "other area's facilitator",
    "other area's resident",
}
STAFF = frozenset({"facilitator", "project leader"})


def cast_of(area: Area, other: Area) -> dict[str, Account | None]:
    """An account for each of `EVERYBODY` (None for who is not signed in)."""
    accounts: dict[str, Account | None] = {ANONYMOUS: None, OUTSIDER: _account("outsider")}
    for name, kind in INSIDERS.items():
        accounts[name] = _person(area, name, kind)
    accounts["without a role"] = _person(area, "without a role", None)
    accounts["resident of 13"] = _person(area, "resident of 13", RoleKind.RESIDENT, age_band=AgeBand.FROM_13)
    accounts["former facilitator"] = _person(area, "former facilitator", RoleKind.FACILITATOR, ends_in=-1)
    accounts["future facilitator"] = _person(area, "future facilitator", RoleKind.FACILITATOR, begins_in=2)
    accounts["erased facilitator"] = _person(area, "erased", RoleKind.FACILITATOR, erased_at=now())
    accounts["other area's facilitator"] = _person(other, "other facilitator", RoleKind.FACILITATOR)
    accounts["other area's resident"] = _person(other, "other resident", RoleKind.RESIDENT)
    return accounts


def _account(name: str) -> Account:
    return Account.objects.create_user(f"{name.replace(' ', '-').replace(chr(39), '')}@test.invalid")


def _person(
    area: Area,
    name: str,
    kind: RoleKind | None,
    *,
    begins_in: int = -400,
    ends_in: int | None = None,
    **facts: object,
) -> Account:
    account = _account(name)
    person = Person.objects.create(area=area, account=account, name=name, created_at=now(), **facts)
    if kind:
        day = now().date()
        Role.objects.create(
            area=area,
            person=person,
            kind=kind,
            begins_on=day + timedelta(days=begins_in),
            ends_on=None if ends_in is None else day + timedelta(days=ends_in),
        )
    return account
