from django.apps import AppConfig


class FieldworkConfig(AppConfig):
    name = "medskab.fieldwork"
    label = "fieldwork"
