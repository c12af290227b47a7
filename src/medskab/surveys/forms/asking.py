"""Writing a question of one's own: its words in each language, and what can be answered."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from medskab.common.forms import DeedForm
from medskab.surveys.actions import Asked
from medskab.surveys.models import Question, QuestionKind
from medskab.surveys.queries import WITH_OPTIONS, branches
from medskab.surveys.words import language_name

MOST_WORDS = 400
MOST_LINES = 30
_HAS_NUMBERS = (QuestionKind.SCALE, QuestionKind.NUMBER)
_FIRST, _LAST = 0, 10


class QuestionForm(DeedForm):
    """A question of one kind. Lists are written one to a line, in the same order in each language."""

    def __init__(
        self,
        *args: Any,
        kind: str,
        languages: Sequence[str],
        earlier: Sequence[Question],
        question: Question | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.languages = QuestionKind(kind), languages
        self.question = question or Question(kind=kind)
        self._add_words()
        self._add_numbers()
        self._add_choices(earlier, is_new=question is None)

    def clean(self) -> dict[str, Any]:
        """The same number of lines in each language, and ends that are apart."""
        given = super().clean() or {}
        for name in ("options", "rows"):
            self._check_lines(given, name)
        least, most = given.get("least"), given.get("most")
        if self.kind == QuestionKind.SCALE and least is not None and most is not None:
            if not 1 <= most - least <= 10:
                self.add_error("most", _("Its scale needs two ends, at most ten apart."))
        elif least is not None and most is not None and least > most:
            self.add_error("most", _("The greatest comes after the least."))
        return given

    @property
    def asked(self) -> Asked:
        """As the deed takes it."""
        given = self.cleaned_data
        branch = given["shown_if"].split(" ") if given.get("shown_if") else []
        return Asked(
            kind=self.kind.value,
            words=self._by_language("words"),
            options=self._parts("options", self.question.options),
            rows=self._parts("rows", self.question.rows),
            least=given.get("least"),
            most=given.get("most"),
            ends={end: words for end in ("least", "most") if (words := self._by_language(f"end_{end}"))},
            is_required=given["is_required"],
            shown_if={"question": branch[0], "options": branch[1:]} if branch else {},
            goes_to_needs=given.get("goes_to_needs", False),
            on_new_page=given.get("on_new_page", False),
        )

    @property
    def groups(self) -> list[list[Any]]:
        """What belongs together: the same thing in each language, then the two numbers."""
        names = [
            [f"{part}_{code}" for code in self.languages]
            for part in ("words", "options", "rows", "end_least", "end_most")
        ]
        found = [
            [self[name] for name in group if name in self.fields] for group in [*names, ["least", "most"]]
        ]
        return [group for group in found if group]

    @property
    def choices(self) -> list[Any]:
        """The rest, one below the other."""
        names = ("is_required", "goes_to_needs", "shown_if", "on_new_page")
        return [self[name] for name in names if name in self.fields]

    def _add_words(self) -> None:
        one = self.question
        self._worded("words", gettext_lazy("The question"), one.words, rows=2)
        if self.kind in WITH_OPTIONS:
            self._worded(
                "options", gettext_lazy("Answers to choose from, one to a line"), _lines(one.options)
            )
        if self.kind == QuestionKind.GRID:
            self._worded("rows", gettext_lazy("What each line asks, one to a line"), _lines(one.rows))
        if self.kind == QuestionKind.SCALE:
            self._worded("end_least", gettext_lazy("What the least means"), one.ends.get("least", {}), rows=0)
            self._worded("end_most", gettext_lazy("What the most means"), one.ends.get("most", {}), rows=0)

    def _worded(self, name: str, label: Any, words: Any, rows: int = 5) -> None:
        most = MOST_WORDS * (MOST_LINES if rows == 5 else 1)
        for code in self.languages:
            looks = {"lang": code, "dir": "auto", **({"rows": rows} if rows else {})}
            self.fields[f"{name}_{code}"] = forms.CharField(
                label=f"{label} ({language_name(code)})",
                initial=words.get(code, ""),
                widget=(forms.Textarea if rows else forms.TextInput)(attrs=looks),
                max_length=most,
                required=code == settings.LANGUAGE_CODE and not name.startswith("end"),
            )

    def _add_numbers(self) -> None:
        if self.kind not in _HAS_NUMBERS:
            return
        is_scale = self.kind == QuestionKind.SCALE
        ends = {
            "least": (gettext_lazy("The least"), self.question.least, _FIRST),
            "most": (gettext_lazy("The most"), self.question.most, _LAST),
        }
        for name, (label, kept, usual) in ends.items():
            initial = usual if is_scale and kept is None else kept
            self.fields[name] = forms.IntegerField(
                label=label, initial=initial, required=is_scale, min_value=-(10**9), max_value=10**9
            )

    def _add_choices(self, earlier: Sequence[Question], *, is_new: bool) -> None:
        one = self.question
        self.fields["is_required"] = _box(gettext_lazy("It must be answered"), one.is_required)
        if self.kind == QuestionKind.TEXT:
            label = gettext_lazy("What people write goes to the needs, to be answered there")
            self.fields["goes_to_needs"] = _box(label, one.goes_to_needs)
        if found := branches(earlier):
            hangs = [one.shown_if["question"], *one.shown_if["options"]] if one.shown_if else []
            self.fields["shown_if"] = forms.ChoiceField(
                label=gettext_lazy("Ask it only of those who answered"),
                choices=[("", gettext_lazy("Ask everybody")), *found],
                initial=" ".join(hangs),
                required=False,
            )
        if is_new:
            self.fields["on_new_page"] = _box(gettext_lazy("Begin a new page with it"), False)

    def _check_lines(self, given: dict[str, Any], name: str) -> None:
        wanted = len(_split(given.get(f"{name}_{settings.LANGUAGE_CODE}")))
        if wanted > MOST_LINES:
            self.add_error(f"{name}_{settings.LANGUAGE_CODE}", _("At most 30 lines."))
        for code in self.languages:
            lines = _split(given.get(f"{name}_{code}"))
            if lines and len(lines) != wanted:
                self.add_error(f"{name}_{code}", _("Write as many lines as in Danish, in the same order."))

    def _by_language(self, name: str) -> dict[str, str]:
        given = {code: self.cleaned_data.get(f"{name}_{code}", "").strip() for code in self.languages}
        return {code: text for code, text in given.items() if text}

    def _parts(self, name: str, before: Sequence[Any]) -> list[dict[str, Any]]:
        """The lines with their keys; a line that stays keeps its key, for what hangs on it."""
        by_language = {code: _split(self.cleaned_data.get(f"{name}_{code}")) for code in self.languages}
        danish = by_language[settings.LANGUAGE_CODE]
        keys = _keys(danish, before)
        return [
            {"key": key, "words": {code: lines[at] for code, lines in by_language.items() if lines}}
            for at, key in enumerate(keys)
        ]


class HeadingForm(DeedForm):
    """What a page is called, in each language."""

    def __init__(self, *args: Any, words: dict[str, str], languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = languages
        for code in languages:
            self.fields[f"words_{code}"] = forms.CharField(
                label=_("Heading (%(language)s)") % {"language": language_name(code)},
                initial=words.get(code, ""),
                widget=forms.TextInput(attrs={"lang": code, "dir": "auto"}),
                max_length=120,
                required=False,
            )

    @property
    def words(self) -> dict[str, str]:
        """The heading by language; a language without one is left out."""
        given = {code: self.cleaned_data[f"words_{code}"].strip() for code in self.languages}
        return {code: text for code, text in given.items() if text}


def _box(label: Any, initial: bool) -> forms.BooleanField:
    return forms.BooleanField(label=label, initial=initial, required=False)


def _split(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _lines(parts: Sequence[Any]) -> dict[str, str]:
    codes = {code for part in parts for code in part["words"]}
    return {code: "\n".join(part["words"].get(code, "") for part in parts) for code in codes}


def _keys(danish: Sequence[str], before: Sequence[Any]) -> list[str]:
    known = {part["words"].get(settings.LANGUAGE_CODE): part["key"] for part in before}
    kept = [known.pop(line, "") for line in danish]
    if len(danish) == len(before):  # the same lines in better words
        free = [part["key"] for part in before if part["key"] not in kept]
    else:
        taken = {part["key"] for part in before}
        free = [key for key in map("o{}".format, range(1, len(danish) + len(before) + 1)) if key not in taken]
    return [key or free.pop(0) for key in kept]
