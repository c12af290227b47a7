"""What was answered. Whose it is, only the browser or the code knows."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.common.arriving import Channel
from medskab.people.models import AgeBand, Person
from medskab.places.models import AreaRow, Place

from .question import Question
from .survey import Survey

# Under 13 nobody is asked.
AGES = (AgeBand.FROM_13, AgeBand.FROM_15, AgeBand.ADULT)


class SurveyCode(AreaRow):
    """A code for one home. Which home got it is written nowhere."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="codes")
    code_hmac = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survey", "code_hmac"], name="survey_code_once"),
            models.CheckConstraint(condition=~Q(code_hmac=""), name="survey_code_is_a_code"),
        ]

    class Privacy:
        purpose = _("Taking one answer from each home.")
        personal = {}
        public = ()
        internal = ("id", "area", "survey", "code_hmac", "made_at")
        retention = _("As long as the survey.")


class Response(AreaRow):
    """One voice's answers. `voice_key` is a keyed hash for this survey alone."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="responses")
    voice_key = models.CharField(max_length=64)
    number = models.PositiveIntegerField()
    channel = models.CharField(max_length=10, choices=Channel.choices)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField()
    age_band = models.CharField(max_length=10, choices=AgeBand.choices, blank=True)
    is_complete = models.BooleanField(default=False)
    typed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "voice_key"], name="response_one_of_a_voice"),
            models.UniqueConstraint(fields=["survey", "number"], name="response_number_once"),
            models.CheckConstraint(
                condition=Q(age_band="") | Q(age_band__in=AGES), name="response_is_not_of_a_child"
            ),
        ]

    class Privacy:
        purpose = _("Counting what many answer.")
        personal = {
            "voice_key": "deleted with the answers",
            "age_band": "deleted with the answers",
            "typed_by": "kept as a number without a name",
        }
        public = ()
        internal = ("id", "area", "survey", "number", "channel", "place", "answered_on", "is_complete")
        retention = _("Until the one who answered takes it back or is erased.")


class Answer(AreaRow):
    """The answer to one question: see `QuestionKind` for what `value` holds."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    value = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["response", "question"], name="answer_once")]

    class Privacy:
        purpose = _("Counting what many answer.")
        personal = {"value": "deleted"}
        public = ()
        internal = ("id", "area", "response", "question")
        retention = _("As long as the response.")


class Withdrawal(AreaRow):
    """That a response was taken back; a restored backup deletes it again. Its mark leads to nobody."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="withdrawals")
    mark = models.CharField(max_length=64)
    taken_back_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survey", "mark"], name="survey_withdrawal_once"),
            models.CheckConstraint(condition=~Q(mark=""), name="survey_withdrawal_has_a_mark"),
        ]

    class Privacy:
        purpose = _("Deleting again what was deleted, when a backup is restored.")
        personal = {}
        public = ()
        internal = ("id", "area", "survey", "mark", "taken_back_on")
        retention = _("As long as the survey.")
