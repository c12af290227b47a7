from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "medskab.rounds"
    label = "rounds"
