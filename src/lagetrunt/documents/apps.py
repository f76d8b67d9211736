from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "lagetrunt.documents"
    label = "documents"
    verbose_name = "Dokument"
