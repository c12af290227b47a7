"""Addresses of the threads, below the area's."""

from django.urls import path

from . import views

urlpatterns = [path("thread/<str:kind>/<str:pk>/", views.thread, name="thread")]
