"""The JSON answer of a protected table."""

from medskab import __version__

from .tables import ProtectedTable

SCHEMA = 1


def protected_json(table: ProtectedTable, input_sha256: str) -> dict[str, object]:
    """What `medskab protect --format json` prints; keys are only ever added.

    `table`: the labels (null is the total) and the numbers (null is hidden). `suppressed`: each hidden
    cell with the range in which a reader can place it (`high` null: no end). `because`: how many cells
    are hidden for which reason; the reason of a single cell would narrow it down, and is not given.

    >>> from medskab.methods.disclosure.protect_counts import protect_counts
    >>> from medskab.methods.disclosure.tables import CountTable
    >>> answer = protected_json(protect_counts(CountTable(("a",), ("x", "y"), ((3, 40),))), "0" * 64)
    >>> answer["table"]["numbers"], answer["because"]
    ([[None, None, 43]], {'small': 1, 'complement': 1})
    """
    reasons = [cell.because.value for cell in table.hidden]
    return {
        "schema": SCHEMA,
        "medskab": __version__,
        "input_sha256": input_sha256,
        "threshold": table.threshold,
        "table": {
            "rows": list(table.rows),
            "columns": list(table.columns),
            "numbers": [list(row) for row in table.shown],
        },
        "suppressed": [
            {
                "row": table.rows[cell.row],
                "column": table.columns[cell.column],
                "low": cell.low,
                "high": cell.high,
            }
            for cell in table.hidden
        ],
        "because": {reason: reasons.count(reason) for reason in dict.fromkeys(reasons)},
    }
