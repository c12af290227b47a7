from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "medskab.audit"
    label = "audit"
