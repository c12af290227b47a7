"""Addresses of mandates, below the area's."""

from django.urls import path

from . import views

urlpatterns = [
    path("mandates/", views.mandates, name="mandates"),
    path("mandates/give/", views.give, name="mandate-give"),
    path("mandates/<slug:mandate_slug>/", views.mandate, name="mandate"),
    path("mandates/<slug:mandate_slug>/longer/", views.extend, name="mandate-extend"),
    path("mandates/<slug:mandate_slug>/back/", views.take_back, name="mandate-take-back"),
]
