from django.apps import AppConfig


class FederationsConfig(AppConfig):
    name = "lagetrunt.federations"
    label = "federations"
    verbose_name = "Federationer"
