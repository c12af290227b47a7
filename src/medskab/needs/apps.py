from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "medskab.needs"
    label = "needs"
    own_things = ("medskab.needs.queries.own_things",)
    erasures = ("medskab.needs.actions.erase_from_needs",)
