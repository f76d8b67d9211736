from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "lagetrunt.outbox"
    label = "outbox"
    verbose_name = "Brev"
