"""Addresses of the board, below the area's."""

from django.urls import path

from .views import contacts, documents, notices

urlpatterns = [
    path("notices/", notices.notices, name="notices"),
    path("notices/archive/", notices.archive, name="notices-archive"),
    path("notices/new/", notices.new, name="notice-new"),
    path("notices/<int:pk>/", notices.notice, name="notice"),
    path("notices/<int:pk>/change/", notices.change, name="notice-change"),
    path("notices/<int:pk>/take-down/", notices.take_down, name="notice-take-down"),
    path("contacts/", contacts.contacts, name="contacts"),
    path("contacts/new/", contacts.new, name="contact-new"),
    path("contacts/<int:pk>/change/", contacts.change, name="contact-change"),
    path("contacts/<int:pk>/remove/", contacts.remove, name="contact-remove"),
    path("documents/", documents.documents, name="documents"),
    path("documents/new/", documents.new, name="document-new"),
    path("documents/<int:pk>/file/", documents.file, name="document-file"),
    path("documents/<int:pk>/change/", documents.change, name="document-change"),
    path("documents/<int:pk>/take-down/", documents.take_down, name="document-take-down"),
]
