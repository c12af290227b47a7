from datetime import time

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from medskab.tools.backup.carried import CarriedOver
from medskab.tools.jobs.periodic import Nightly


class FieldworkConfig(AppConfig):
    name = "medskab.fieldwork"
    label = "fieldwork"
    stylesheets = ("fieldwork/fieldwork.css", "fieldwork/coding.css")
    news_kinds = {"fieldwork/many-readings": _("Somebody opened many interviews today")}
    nightly_jobs = (Nightly("medskab.fieldwork.jobs.sweep", at=time(3, 45)),)
    carried_over = (CarriedOver("medskab.fieldwork.restored.collect", "medskab.fieldwork.restored.replay"),)
