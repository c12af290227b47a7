"""Django's own command; what finds changes must be the same in both."""

from django.core.management.commands import migrate

from medskab.common.in_one_piece import InOnePiece


class Command(migrate.Command):
    """The command, with our way of writing."""

    autodetector = InOnePiece
