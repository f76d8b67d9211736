from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "lagetrunt.networks"
    label = "networks"
    verbose_name = "Nätverk"

    def ready(self) -> None:
        """Declare the room's permissions."""
        from lagetrunt.networks import access  # noqa: F401 - models must be loaded first
