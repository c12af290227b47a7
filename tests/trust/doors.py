"""Who may open what: one row for each address. An address without a row fails the matrix."""

from dataclasses import dataclass

from tests.trust.cast import ANONYMOUS, EVERYBODY, STAFF, WITH_A_PLACE

DRAFT, READ, IMPORTED, COUNTED, PUBLISHED, WITHDRAWN = (
    "draft",
    "read",
    "imported",
    "counted",
    "published",
    "withdrawn",
)
STATES = (READ, IMPORTED, COUNTED, PUBLISHED, WITHDRAWN)
PUBLIC = frozenset({PUBLISHED, WITHDRAWN})

ALL = frozenset(EVERYBODY)
FACILITATORS = frozenset({"facilitator"})
SIGNED_IN = ALL - {ANONYMOUS}
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Door:
    """Who may come in, for a thing in a state; `kept_by` is asked where the thing is not public yet."""

    by: frozenset[str]
    kept_by: frozenset[str] | None = None

    def opens_to(self, who: str, state: str) -> bool:
        """Whether this person may come in."""
        if self.kept_by is not None and state not in PUBLIC:
            return who in self.kept_by
        return who in self.by


ANYONE = Door(ALL)
OF_STAFF = Door(STAFF)
OF_FACILITATORS = Door(FACILITATORS)
PUBLISHED_TO_ALL = Door(ALL, kept_by=STAFF)
ONLY_PUBLISHED = Door(ALL, kept_by=NOBODY)
OF_ACCOUNTS = Door(SIGNED_IN)
INSIDERS = Door(WITH_A_PLACE)
OF_WHO_CARRIES_OUT = Door(STAFF | {"board member", "officer"})
OF_BOARD = Door(STAFF | {"board member"})

DOORS: dict[str, Door] = {
    "home": ANYONE,
    "style": ANYONE,
    "script": ANYONE,
    "accessibility": ANYONE,
    "first-run": ANYONE,  # the view itself asks for the link from the console
    "first-run-link": ANYONE,
    "sign-in-again": ANYONE,
    "demo-login": ANYONE,
    "open-code": ANYONE,
    "follow-code": ANYONE,
    # one's own account
    "my_things": OF_ACCOUNTS,
    "security": OF_ACCOUNTS,
    "security-keys": OF_ACCOUNTS,
    "second-factor": OF_ACCOUNTS,
    "security-done": OF_ACCOUNTS,
    "end-device": OF_ACCOUNTS,
    "end-other-devices": OF_ACCOUNTS,
    "change-mail": OF_ACCOUNTS,
    "change-mail-code": OF_ACCOUNTS,
    # people
    "mine": INSIDERS,
    "answer-consent": INSIDERS,
    "say-age": INSIDERS,
    "my-data": INSIDERS,
    "people": OF_STAFF,
    "invite": OF_STAFF,
    "organisations": OF_STAFF,
    "join-organisation": OF_STAFF,
    "leave-organisation": OF_STAFF,
    "join-codes": OF_STAFF,
    "end-join-code": OF_STAFF,
    "end-role": OF_STAFF,
    "answer-renewal": OF_STAFF,
    "person": OF_STAFF,
    "give-role": OF_STAFF,
    "write-consent": OF_STAFF,
    "renew-access": OF_STAFF,
    "erase-person": OF_STAFF,
    # news
    "news": INSIDERS,
    "news-seen": INSIDERS,
    "news-choices": INSIDERS,
    "stop-news": ANYONE,
    # places
    "area": ANYONE,
    "about": ANYONE,
    "privacy": ANYONE,
    "place": ANYONE,
    "places": OF_STAFF,
    "place-add": OF_STAFF,
    "place-edit": OF_STAFF,
    "place-add-below": OF_STAFF,
    "place-end": OF_STAFF,
    "area-describe": OF_STAFF,
    "homes": OF_STAFF,
    "homes-download": OF_STAFF,
    "dwelling-lists": OF_STAFF,
    "dwelling-list-csv": OF_STAFF,
    "dwelling-list-xlsx": OF_STAFF,
    "dwelling-list": OF_STAFF,
    "dwelling-list-columns": OF_STAFF,
    "dwelling-list-carry-out": OF_STAFF,
    "dwelling-list-drop": OF_STAFF,
    "dwelling-list-take-back": OF_STAFF,
    "boundaries": OF_STAFF,
    "boundary-add": OF_STAFF,
    "boundary-end": OF_STAFF,
    # work in the background: its starter is the facilitator
    "job": OF_STAFF,
    "stop-job": OF_STAFF,
    # decisions
    "thread": PUBLISHED_TO_ALL,
    "decisions": ANYONE,
    "decision-new": OF_FACILITATORS,
    "decision-new-vote": OF_FACILITATORS,
    "decision": PUBLISHED_TO_ALL,
    "decision-work": OF_STAFF,
    "decision-file": OF_FACILITATORS,
    "decision-confirm": OF_FACILITATORS,
    "decision-discard": OF_FACILITATORS,
    "decision-count": OF_FACILITATORS,
    "decision-by-hand": OF_FACILITATORS,
    "decision-words": OF_FACILITATORS,
    "decision-publish": OF_FACILITATORS,
    "decision-withdraw": OF_FACILITATORS,
    "decision-correct": OF_FACILITATORS,
    "decision-what-if": ONLY_PUBLISHED,
    "decision-embed": ONLY_PUBLISHED,
    "decision-card": ONLY_PUBLISHED,
    "decision-poster": ONLY_PUBLISHED,
    "decision-pdf": ONLY_PUBLISHED,
    "decision-ballots": ONLY_PUBLISHED,
    "decision-json": ONLY_PUBLISHED,
    # a decision that is taken here; its proposal was typed for somebody, its offer waits for a resident
    "decision-new-here": OF_FACILITATORS,
    "decision-set-up": OF_FACILITATORS,
    "decision-plan": OF_FACILITATORS,
    "decision-meeting": OF_FACILITATORS,
    "decision-open": OF_FACILITATORS,
    "decision-move": OF_FACILITATORS,
    "decision-propose": Door(FACILITATORS | {"resident", "resident of 13"}),
    "decision-draft": ANYONE,
    "decision-draft-change": OF_FACILITATORS,
    "decision-draft-withdraw": OF_FACILITATORS,
    "decision-draft-check": OF_WHO_CARRIES_OUT,
    "decision-shape": OF_FACILITATORS,
    "decision-shape-answer": Door(NOBODY),
    "decision-ballot": OF_FACILITATORS,
    "decision-poll": OF_STAFF,
    "decision-poll-set-up": OF_FACILITATORS,
    "decision-keys": OF_FACILITATORS,
    "decision-codes": OF_FACILITATORS,
    "decision-codes-print": OF_FACILITATORS,
    "decision-letter-sample": OF_FACILITATORS,
    "decision-paper-ballot": OF_FACILITATORS,
    "decision-slips": OF_FACILITATORS,
    "decision-call-poster": ANYONE,
    "decision-numbers-poster": ANYONE,
    "decision-desk": OF_FACILITATORS,
    "decision-rehearsal": OF_FACILITATORS,
    "decision-vote-open": OF_FACILITATORS,
    "decision-check-in": OF_FACILITATORS,
    "decision-batches": OF_BOARD,
    "decision-batch": Door(STAFF | {"board member"}),
    "decision-batch-finish": Door(STAFF | {"board member"}),
    "decision-urn": OF_FACILITATORS,
    "decision-key-destroy": OF_FACILITATORS,
    "decision-delivery": ONLY_PUBLISHED,
    "decision-delivery-sheet": ONLY_PUBLISHED,
    "decision-delivery-photo": ANYONE,
    "decision-photo-down": OF_WHO_CARRIES_OUT,
    "decision-deliver": OF_WHO_CARRIES_OUT,
    # an open vote: the code is the right to vote, whoever has it
    "vote-code": ANYONE,
    "vote-code-link": ANYONE,
    "kiosk": OF_FACILITATORS,
    "decision-vote": ANYONE,
    "decision-vote-ballot": ANYONE,
    "decision-vote-cast": ANYONE,
    "decision-vote-receipt": ANYONE,
    "decision-vote-my-code": ANYONE,
    "decision-vote-next": ANYONE,
    "decision-cast-json": ANYONE,
    "decision-receipt": ANYONE,
    "decision-board": ANYONE,
    "decision-board-lines": ANYONE,
    "decision-verifier": ANYONE,
    # mandates and money
    "mandates": ANYONE,
    "mandate": ANYONE,
    "mandate-give": Door(STAFF | {"board member"}),
    "mandate-take-back": Door(STAFF | {"board member"}),
    "money": ANYONE,
    "money-new": OF_STAFF,
    # meetings: a called one, with a motion that waits, handed in by somebody else
    "gatherings": ANYONE,
    "gathering": ANYONE,
    "gathering-calendar": ANYONE,
    "gathering-agenda-pdf": ANYONE,
    "gathering-check-in": ANYONE,
    "motion-new": Door(frozenset({"resident", "resident of 13", "board member"})),
    "motion-withdraw": Door(NOBODY),
    "gathering-new": OF_BOARD,
    "gathering-minutes-pdf": OF_BOARD,
    "motion-from-paper": OF_BOARD,
    "motion": OF_BOARD,
    "motion-put-on": OF_BOARD,
    "motion-decline": OF_BOARD,
    "gathering-work": OF_BOARD,
    "gathering-edit": OF_BOARD,
    "gathering-item-new": OF_BOARD,
    "gathering-item": OF_BOARD,
    "gathering-item-move": OF_BOARD,
    "gathering-item-remove": OF_BOARD,
    "gathering-call": OF_BOARD,
    "gathering-call-informal": OF_BOARD,
    "gathering-send": OF_BOARD,
    "gathering-move": OF_BOARD,
    "gathering-cancel": OF_BOARD,
    "gathering-open": OF_BOARD,
    "gathering-run": OF_BOARD,
    "gathering-desk": OF_BOARD,
    "gathering-take-back": OF_BOARD,
    "gathering-chair": OF_BOARD,
    "gathering-vote": OF_BOARD,
    "gathering-election": OF_BOARD,
    "gathering-close": OF_BOARD,
    "gathering-minutes": OF_BOARD,
    "gathering-item-minutes": OF_BOARD,
    "gathering-finish": OF_BOARD,
    "gathering-reopen": OF_BOARD,
    "gathering-sign": OF_BOARD,
    "gathering-publish": OF_BOARD,
    # needs: everybody may speak and read the board; what was said is read by staff alone
    "say": ANYONE,
    "say-at": ANYONE,
    "needs": ANYONE,
    "need": ANYONE,
    "need-receipt": ANYONE,
    "need-receipt-take-back": ANYONE,  # the receipt is the right, whoever holds it
    "need-new": OF_STAFF,
    "need-change": OF_STAFF,
    "need-queue": OF_STAFF,
    "need-input": OF_STAFF,
    "need-input-do": OF_STAFF,
    "need-input-photo": OF_STAFF,
    "need-input-photo-large": OF_STAFF,
    "need-input-voice": OF_STAFF,
    # initiatives: an open one, led by somebody else
    "initiatives": ANYONE,
    "initiative": ANYONE,
    "initiative-new": Door(frozenset({"resident", "resident of 13", "board member"})),
    "initiatives-mine": INSIDERS,
    "initiative-support": INSIDERS,
    "initiative-stop-supporting": INSIDERS,
    "initiative-preview": OF_STAFF,
    "initiative-end": OF_STAFF,
    "initiative-withdraw": OF_STAFF,
    "initiative-reopen": OF_STAFF,
    "initiative-hand-over": OF_STAFF,
    "initiative-take-up": OF_STAFF,
    "initiative-step": Door(NOBODY),
    "initiative-open": Door(NOBODY),
    "initiative-begin": Door(NOBODY),
    "initiative-ask": Door(NOBODY),
    "initiative-accept": Door(NOBODY),
    "initiative-decline": Door(NOBODY),
    "initiative-leave": Door(NOBODY),
    # the board of notices
    "notices": ANYONE,
    "notices-archive": ANYONE,
    "notice": ANYONE,
    "contacts": ANYONE,
    "documents": ANYONE,
    "document-file": ANYONE,
    "notice-new": OF_BOARD,
    "notice-change": OF_BOARD,
    "notice-take-down": OF_BOARD,
    "contact-new": OF_BOARD,
    "contact-change": OF_BOARD,
    "contact-remove": OF_BOARD,
    "document-new": OF_BOARD,
    "document-change": OF_BOARD,
    "document-take-down": OF_BOARD,
}
