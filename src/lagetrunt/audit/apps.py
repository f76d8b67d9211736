from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "lagetrunt.audit"
    label = "audit"
    verbose_name = "Logg"
