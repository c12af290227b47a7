"""One page of a survey as a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from medskab.common.forms import DeedForm
from medskab.people.models import AgeBand
from medskab.surveys.models import AGES, Question, QuestionKind
from medskab.surveys.values import MOST_SIGNS, BadAnswer, checked
from medskab.surveys.words import worded


class BeginForm(DeedForm):
    """How old somebody is, if they want to say it."""

    age_band = forms.ChoiceField(
        label=gettext_lazy("How old are you?"),
        choices=[("", gettext_lazy("I do not want to say it")), *((one.value, one.label) for one in AGES)],
        widget=forms.RadioSelect,
        required=False,
    )
    guardian_agrees = forms.BooleanField(
        label=gettext_lazy("I am under 15, and a parent or guardian has said yes"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Under 15, a guardian agrees first."""
        given = super().clean() or {}
        if given.get("age_band") == AgeBand.FROM_13 and not given.get("guardian_agrees"):
            self.add_error("guardian_agrees", _("Ask a parent or guardian first."))
        return given


class PageForm(DeedForm):
    """The questions of one page; what was answered before stands in them."""

    # Whoever types a sheet takes over what stands on it, gaps too, and types rather than points.
    is_typed = False

    def __init__(
        self,
        *args: Any,
        questions: list[Question],
        answers: dict[str, Any] | None = None,
        language: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions, self.language = questions, language
        given = answers or {}
        for question in questions:
            for name, (label, initial) in _boxes(question, given.get(question.key), language).items():
                self.fields[name] = _field(question, label, initial, self)

    def clean(self) -> dict[str, Any]:
        """Each answer, as it is kept."""
        given = super().clean() or {}
        self.answers = {}
        for question in self.questions:
            name = next(iter(_boxes(question, None)))
            try:
                value = checked(question, _raw(question, given))
            except BadAnswer as error:
                self.add_error(name, str(error))
                continue
            if value is None and question.is_required and not self.is_typed:
                self.add_error(name, _("Please answer this one."))
            self.answers[question.key] = value
        return given

    @property
    def groups(self) -> list[tuple[str, Question, list[Any], str]]:
        """Each question: its heading where it has several boxes, its boxes, and the language of its words."""
        found = []
        for one in self.questions:
            words = worded(one.words, self.language)
            heading = words.text if one.kind in _SEVERAL else ""
            found.append((heading, one, [self[name] for name in _boxes(one, None)], words.language))
        return found

    @property
    def is_other(self) -> bool:
        """Whether some questions are not in the reader's language."""
        return any(worded(one.words, self.language).is_other for one in self.questions)


_SEVERAL = (QuestionKind.GRID, QuestionKind.ORDER)


def _boxes(question: Question, value: Any, language: str = "") -> dict[str, tuple[str, Any]]:
    """The boxes of a question by name: label, and what stands in it."""
    if question.kind == QuestionKind.GRID:
        given = value or {}
        return {
            _name(question, one): (worded(one["words"], language).text, given.get(one["key"]))
            for one in question.rows
        }
    if question.kind == QuestionKind.ORDER:
        places = {key: str(place) for place, key in enumerate(value or [], 1)}
        return {
            _name(question, one): (worded(one["words"], language).text, places.get(one["key"]))
            for one in question.options
        }
    initial = str(value) if question.kind == QuestionKind.SCALE and value is not None else value
    return {question.key: (worded(question.words, language).text, initial)}


def _name(question: Question, part: Any) -> str:
    return f"{question.key}.{part['key']}"


def _raw(question: Question, given: dict[str, Any]) -> Any:
    if question.kind == QuestionKind.GRID:
        return {key: value for key in question.row_keys if (value := given.get(f"{question.key}.{key}"))}
    if question.kind == QuestionKind.ORDER:
        places = {key: given.get(f"{question.key}.{key}") for key in question.option_keys}
        if not any(places.values()):
            return None
        if not all(places.values()) or len(set(places.values())) < len(places):
            raise BadAnswer(_("Give each its own place."))
        return sorted(places, key=lambda key: int(places[key] or 0))
    return given.get(question.key)


def _field(question: Question, label: str, initial: Any, form: PageForm) -> forms.Field:
    must = question.is_required and not form.is_typed and question.kind not in _SEVERAL
    facts: dict[str, Any] = {"label": label, "initial": initial, "required": False}
    field = _empty_field(question, form, facts)
    field.widget.attrs["dir"] = "auto"
    if question.kind == QuestionKind.SCALE:
        field.help_text = _ends(question, form.language)
    # Only for the words beside the label: what is missing is said by the form itself.
    field.is_one_of_several = must or question.kind in _SEVERAL  # type: ignore[attr-defined]
    return field


def _empty_field(question: Question, form: PageForm, facts: dict[str, Any]) -> forms.Field:
    kind = question.kind
    if kind == QuestionKind.TEXT:
        rows = 2 if form.is_typed else 4
        return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), max_length=MOST_SIGNS, **facts)
    if kind == QuestionKind.NUMBER:
        return forms.CharField(widget=forms.TextInput(attrs={"inputmode": "numeric"}), max_length=20, **facts)
    if kind == QuestionKind.ORDER:
        numbers = [("", "–"), *((str(place), str(place)) for place in range(1, len(question.options) + 1))]
        return forms.ChoiceField(choices=numbers, **facts)
    choices = _choices(question, form)
    if kind == QuestionKind.MULTIPLE:
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **facts)
    if form.is_typed:  # a figure typed in a list chooses what begins with it
        return forms.ChoiceField(choices=[("", "–"), *choices], **facts)
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **facts)


def _choices(question: Question, form: PageForm) -> list[tuple[str, str]]:
    if question.kind == QuestionKind.SCALE:
        steps = range(question.least or 0, (question.most or 0) + 1)
        return [(str(one), str(one)) for one in steps]
    words = [(one["key"], worded(one["words"], form.language).text) for one in question.options]
    if form.is_typed and question.kind != QuestionKind.MULTIPLE:
        return [(key, f"{number} · {text}") for number, (key, text) in enumerate(words, 1)]
    return words


def _ends(question: Question, language: str) -> str:
    """What the two ends mean, above the row of figures."""
    ends = [(question.least, "least"), (question.most, "most")]
    said = [(figure, worded(question.ends.get(end, {}), language).text) for figure, end in ends]
    return " · ".join(f"{figure} = {words}" for figure, words in said if words)
