"""People: accounts that sign in, persons in an area, what they do there, and what they agreed to."""

from medskab.places.models import Area

from .account import Account, Session
from .code import DemoLogin, JoinCode
from .consent import Channel, Consent, Purpose, Voice
from .organisation import Membership, Organisation
from .person import AgeBand, Person
from .renewal import AccessRenewal
from .role import STAFF_ROLES, Role, RoleKind

__all__ = [
    "STAFF_ROLES",
    "AccessRenewal",
    "Account",
    "AgeBand",
    "Area",
    "Channel",
    "Consent",
    "DemoLogin",
    "JoinCode",
    "Membership",
    "Organisation",
    "Person",
    "Purpose",
    "Role",
    "RoleKind",
    "Session",
    "Voice",
]
