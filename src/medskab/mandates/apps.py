from django.apps import AppConfig


class MandatesConfig(AppConfig):
    name = "medskab.mandates"
    label = "mandates"

    def ready(self) -> None:
        """Say how mandates appear on threads."""
        from medskab.threads.queries import Showing, register  # noqa: PLC0415  models are loaded by now

        from . import rules  # noqa: PLC0415
        from .models import Mandate  # noqa: PLC0415

        register(
            Mandate,
            Showing(
                kind_name=Mandate.KIND_NAME,
                name=lambda mandate: mandate.title,
                url=lambda mandate: mandate.get_absolute_url(),
                may_see=rules.may_see,
            ),
        )
