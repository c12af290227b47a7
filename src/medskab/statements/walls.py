"""What a poster on a wall can open here."""

from medskab.places.models import Area

from .models import ConversationState
from .queries import listed

_MOST = 50


def doors(area: Area) -> list[tuple[str, str, str]]:
    """The open conversations, newest first."""
    found = listed(area).filter(state=ConversationState.OPEN)[:_MOST]
    return [("conversation", one.slug, one.title) for one in found]
