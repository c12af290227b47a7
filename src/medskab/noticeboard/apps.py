from django.apps import AppConfig


class NoticeboardConfig(AppConfig):
    name = "medskab.noticeboard"
    label = "noticeboard"
