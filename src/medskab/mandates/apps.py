from django.apps import AppConfig


class MandatesConfig(AppConfig):
    name = "medskab.mandates"
    label = "mandates"
