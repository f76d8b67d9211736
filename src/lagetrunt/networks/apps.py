from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "lagetrunt.networks"
    label = "networks"
    verbose_name = "Nätverk"
