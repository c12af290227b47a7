"""What a result counts: one item for a question, one for each row of a grid."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

CHOSEN, NOT_CHOSEN = "yes", "no"
_CLOSED = frozenset({"single", "scale", "multiple", "order", "grid"})


@dataclass(frozen=True)
class Item:
    """`words` and the words of `options` are in the reader's language; a grid's row has `row`.

    `kind`: "one" (one option each), "many" (any of them), "number", "text".
    """

    key: str
    question: str
    kind: str
    words: str
    options: Mapping[str, str]
    row: str = ""

    def given(self, answers: Mapping[str, Any]) -> Any:
        """What one respondent answered: an option, a set of them, a number, a text; None for nothing."""
        value = answers.get(self.question)
        if self.row:
            value = value.get(self.row) if isinstance(value, Mapping) else None
        if self.kind == "many":
            return frozenset(map(str, value)) & self.options.keys() if isinstance(value, list) else None
        if self.kind == "number":
            return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
        if isinstance(value, list):
            value = value[0] if value else None
        text = "" if value is None else str(value)
        return (text if text in self.options or self.kind == "text" else None) if text else None


def items_of(questions: Iterable[Any], said: Callable[[Mapping[str, str]], str]) -> list[Item]:
    """The items of these questions in their order; `said` chooses among the languages of a text."""
    items: list[Item] = []
    for question in questions:
        words = said(question.words)
        options = options_of(question, said)
        if question.kind == "grid":
            items += [
                Item(
                    f"{question.key}.{row['key']}",
                    question.key,
                    "one",
                    f"{words} {said(row['words'])}",
                    options,
                    str(row["key"]),
                )
                for row in question.rows or []
            ]
        elif question.kind in _CLOSED:
            items.append(Item(question.key, question.key, _kind(question.kind), words, options))
        elif question.kind in ("number", "text"):
            items.append(Item(question.key, question.key, question.kind, words, {}))
    return items


def options_of(question: Any, said: Callable[[Mapping[str, str]], str]) -> dict[str, str]:
    """What can be chosen, by its key; the steps of a scale with words at its ends."""
    if question.kind != "scale":
        return {str(one["key"]): said(one["words"]) for one in question.options or []}
    least, most = question.least or 0, question.most or 0
    named = {str(least): "least", str(most): "most"}
    ends = {step: said(question.ends.get(name) or {}) for step, name in named.items()}
    steps = (str(step) for step in range(least, most + 1))
    return {step: f"{step} – {ends[step]}" if ends.get(step) else step for step in steps}


def _kind(kind: str) -> str:
    # Of an order, what was put first is counted.
    return "many" if kind == "multiple" else "one"
