"""From which age somebody decides alone about their own data, as the law stood on a day."""

from dataclasses import dataclass
from datetime import date

from .models.person import AgeBand


@dataclass(frozen=True)
class AgeRule:
    """From this day on, this age."""

    valid_from: date
    own_consent_from: int


# Danish data protection act § 6; the age was raised by the amendment in force since 2024.
AGE_RULES = (AgeRule(date(2018, 5, 25), 13), AgeRule(date(2024, 1, 1), 15))
_YOUNGEST = {AgeBand.UNDER_13: 0, AgeBand.FROM_13: 13, AgeBand.FROM_15: 15, AgeBand.ADULT: 18}


def own_consent_age(day: date) -> int:
    """The age on a day; before the first rule the first one is taken."""
    return [rule for rule in AGE_RULES if rule.valid_from <= day or rule is AGE_RULES[0]][-1].own_consent_from


def may_decide_alone(band: str, day: date) -> bool:
    """Whether somebody of this age band needs no guardian; of an unknown age nobody can be asked alone."""
    return band in _YOUNGEST and _YOUNGEST[AgeBand(band)] >= own_consent_age(day)
