"""The index of forms: FTS5 without a text of its own on SQLite, a tsvector of ready lexemes on PostgreSQL."""

from django.db import migrations

SQLITE = (
    "CREATE VIRTUAL TABLE search_forms USING fts5("
    "forms, content='search_indexrow', content_rowid='id', detail=none, tokenize='unicode61 remove_diacritics 0')"
)
POSTGRES = (
    "ALTER TABLE search_indexrow ADD COLUMN lexemes tsvector",
    "CREATE INDEX search_lexemes ON search_indexrow USING gin (lexemes)",
)


def make(apps, schema_editor):
    for statement in [SQLITE] if schema_editor.connection.vendor == "sqlite" else POSTGRES:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
