from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "lagetrunt.followup"
    label = "followup"
    verbose_name = "Uppföljning"

    def ready(self) -> None:
        """Declare the room's permissions."""
        from lagetrunt.followup import access  # noqa: F401 - models must be loaded first
