from django.apps import AppConfig


class ThreadsConfig(AppConfig):
    name = "medskab.threads"
    label = "threads"
    stylesheets = ("threads/thread.css",)
