from django.apps import AppConfig


class MinutesConfig(AppConfig):
    name = "lagetrunt.minutes"
    label = "minutes"
    verbose_name = "Protokoll"

    def ready(self) -> None:
        """Declare the room's permissions."""
        from lagetrunt.minutes import access  # noqa: F401 - models must be loaded first
