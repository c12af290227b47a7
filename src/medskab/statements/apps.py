from django.apps import AppConfig


class StatementsConfig(AppConfig):
    name = "medskab.statements"
    label = "statements"
