"""Addresses of mandates, below the area's."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
