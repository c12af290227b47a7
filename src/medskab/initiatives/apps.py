from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "medskab.initiatives"
    label = "initiatives"
