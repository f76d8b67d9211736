from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "lagetrunt.outbox"
    label = "outbox"
    verbose_name = "Brev"

    def ready(self) -> None:
        """Declare the room's permissions."""
        from lagetrunt.outbox import access  # noqa: F401 - models must be loaded first
