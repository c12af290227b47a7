"""Everything that changes people, their roles, what they agreed to, and how they sign in."""

from medskab.people.refusals import AlreadySetUp

from .accounts import change_mail, end_other_sessions, end_session
from .codes import end_join_code, make_join_code
from .consenting import Answer, answer_consent, say_age
from .demo import make_demo_login, use_demo_login
from .erasing import erase, erase_again
from .inviting import Invitation, invite
from .organisations import add_organisation, join_organisation, leave_organisation
from .renewing import agree_to_renewal, drop_renewal, renew_access
from .roles import end_role, give_role
from .setting_up import FirstArea, set_up_first_area
from .tidying import tidy

__all__ = [
    "AlreadySetUp",
    "Answer",
    "FirstArea",
    "Invitation",
    "add_organisation",
    "agree_to_renewal",
    "answer_consent",
    "change_mail",
    "drop_renewal",
    "end_join_code",
    "end_other_sessions",
    "end_role",
    "end_session",
    "erase",
    "erase_again",
    "give_role",
    "invite",
    "join_organisation",
    "leave_organisation",
    "make_demo_login",
    "make_join_code",
    "renew_access",
    "say_age",
    "set_up_first_area",
    "tidy",
    "use_demo_login",
]
