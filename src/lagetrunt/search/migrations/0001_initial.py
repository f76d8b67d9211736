from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="IndexRow",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=80, unique=True)),
                ("scope", models.BigIntegerField(db_index=True)),
                ("kind", models.CharField(max_length=20)),
                ("title", models.CharField(max_length=500)),
                ("text", models.TextField()),
                ("organisation", models.CharField(blank=True, max_length=200)),
                ("day", models.DateField(null=True)),
                ("url", models.CharField(max_length=300)),
                ("forms", models.TextField()),
            ],
            options={"ordering": ["-id"]},
        ),
    ]
