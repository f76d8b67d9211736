from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "lagetrunt.followup"
    label = "followup"
    verbose_name = "Uppföljning"
