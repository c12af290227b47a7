"""Django's own command, writing each table in one piece."""

from django.core.management.commands import makemigrations

from medskab.common.in_one_piece import InOnePiece


class Command(makemigrations.Command):
    """The command, with our way of writing."""

    autodetector = InOnePiece
