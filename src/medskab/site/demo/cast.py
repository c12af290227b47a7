"""The invented people of the demo, and what each may be called on the command line."""

from dataclasses import dataclass

from medskab.people.models import AgeBand, RoleKind


@dataclass(frozen=True)
class Player:
    """One invented person. `key` is what `medskab demo login` takes."""

    key: str
    name: str
    role: RoleKind | None
    area: str = "engparken"
    age_band: AgeBand = AgeBand.ADULT
    guardian: str = ""

    @property
    def email(self) -> str:
        """An address that can never reach anybody."""
        return f"{self.key}@demo.invalid"


CAST = (
    Player("amira", "Amira (demo)", RoleKind.RESIDENT),
    Player("yusuf", "Yusuf (demo)", RoleKind.RESIDENT, age_band=AgeBand.FROM_15),
    Player("sofia", "Sofia (demo)", RoleKind.RESIDENT, age_band=AgeBand.FROM_13, guardian="amira"),
    Player("bente", "Bente (demo)", RoleKind.RESIDENT),
    Player("hassan", "Hassan (demo)", RoleKind.RESIDENT),
    Player("tove", "Tove (demo)", RoleKind.RESIDENT),
    Player("leyla", "Leyla (demo)", RoleKind.RESIDENT),
    Player("mikkel", "Mikkel (demo)", RoleKind.RESIDENT),
    Player("freja", "Freja (demo)", RoleKind.FACILITATOR),
    Player("poul", "Poul (demo)", RoleKind.PROJECT_LEADER),
    Player("birgit", "Birgit (demo)", RoleKind.BOARD_MEMBER),
    Player("karen", "Karen (demo)", RoleKind.BOARD_MEMBER),
    Player("ole", "Ole (demo)", RoleKind.OFFICER),
    Player("malik", "Malik (demo)", RoleKind.PARTNER),
    Player("eva", "Eva (demo)", RoleKind.EVALUATOR),
    Player("nadia", "Nadia (demo)", RoleKind.FACILITATOR, area="birkelunden"),
)
