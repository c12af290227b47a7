"""Money: whole øre everywhere, kroner only where a person reads or types."""

from decimal import Decimal, InvalidOperation

from django.utils.formats import number_format


class BadAmount(ValueError):
    """The text is no amount of money."""


def kroner_to_ore(given: str) -> int:
    """Read an amount as people type it: 1.234,50 or 1234.5 or 1 234; whole øre or nothing."""
    text = given.strip().removesuffix("kr.").removesuffix("kr").replace("\u00a0", "").replace(" ", "")
    if "," in text:
        text = text.replace(".", "").replace(",", ".")
    elif text.count(".") > 1 or (text.count(".") == 1 and len(text.rsplit(".", 1)[1]) == 3):
        text = text.replace(".", "")
    try:
        if "e" in text.casefold():  # 1e9 is a number to programs only
            raise InvalidOperation
        ore = Decimal(text) * 100
    except InvalidOperation as error:
        raise BadAmount(given) from error
    if not ore.is_finite() or ore != ore.to_integral_value() or abs(ore) >= 10**15:
        raise BadAmount(given)
    return int(ore)


def ore_as_text(ore: int) -> str:
    """The amount in kroner in the reader's language, without decimals where there are none."""
    kroner = Decimal(ore) / 100
    whole = kroner == kroner.to_integral_value()
    return number_format(kroner, decimal_pos=0 if whole else 2, use_l10n=True, force_grouping=True)


def ore_for_tables(ore: int) -> str:
    """The amount in kroner to the last øre, as a Danish spreadsheet reads a number: 1234,50."""
    kroner, rest = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{kroner},{rest:02d}"
