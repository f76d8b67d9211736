"""The bare page that the service is compared with: session middleware, three queries, one template that loops over rows.

Set ``BARE_BYTES`` to the number of bytes it is to render and ``BARE_DATABASE`` to a file it may make.
"""

from __future__ import annotations

import os

import django
from django.conf import settings

settings.configure(
    SECRET_KEY="bench", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, USE_TZ=True,
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.contrib.sessions.middleware.SessionMiddleware",
                "django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware",
                "django.contrib.auth.middleware.AuthenticationMiddleware"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["BARE_DATABASE"], "CONN_MAX_AGE": 600}},
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": [
        ("django.template.loaders.locmem.Loader", {"page": (
            "<!doctype html><html><body><h1>{{ group.name }}</h1><p>{{ count }}</p><ul>"
            "{% for row in rows %}<li><b>{{ row.codename }}</b><p>{{ row.name }}</p><span>{{ row.content_type_id }}</span></li>"
                            "{% endfor %}"
            "</ul></body></html>")})]}}],
)  # fmt: skip
django.setup()

from django.contrib.auth.models import Group, Permission  # noqa: E402
from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.urls import path  # noqa: E402

ROW = 150  # bytes that one row renders, about


def page(request: HttpRequest) -> HttpResponse:
    """One page with three queries and rows enough for the wanted bytes."""
    request.session.get("someone")
    wanted = int(os.environ["BARE_BYTES"]) // ROW
    rows = list(Permission.objects.filter(codename__startswith="row").order_by("codename")[:wanted])
    return render(
        request,
        "page",
        {"group": Group.objects.get(name="bench"), "count": Permission.objects.count(), "rows": rows},
    )


urlpatterns = [path("", page)]


def fill() -> None:
    """Tables and rows, once."""
    call_command("migrate", verbosity=0)
    kind, _ = ContentType.objects.get_or_create(app_label="bench", model="row")
    Group.objects.get_or_create(name="bench")
    if not Permission.objects.filter(codename="row00000").exists():
        text = (
            "En rad som är ungefär så lång som en rad i ett protokoll brukar vara, varken mer eller mindre."
        )
        Permission.objects.bulk_create(
            Permission(content_type=kind, codename=f"row{n:05}", name=text) for n in range(1000)
        )
    connection.close()


fill()
application = get_wsgi_application()
