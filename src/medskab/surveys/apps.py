from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "medskab.surveys"
    label = "surveys"
