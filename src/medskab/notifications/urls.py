"""Addresses of the news, below the area's."""

from django.urls import path

from . import views

urlpatterns = [
    path("news/", views.news, name="news"),
    path("news/seen/", views.mark_seen, name="news-seen"),
    path("news/choices/", views.choices, name="news-choices"),
    path("news/stop/<str:token>/", views.stop, name="stop-news"),
]
