"""Settings. Everything an installation chooses comes from the environment; ``docs/running.md`` lists the variables.

LAGETRUNT_DATA      the folder of database, files, letters and the secret key (default: ``data`` in the working directory)
LAGETRUNT_DATABASE  a database URL (default: SQLite in the data folder)
LAGETRUNT_DEMO      "1" opens the demo door: one click signs in as somebody in the example region
LAGETRUNT_HOSTS     host names the service answers to, comma-separated
LAGETRUNT_MAIL      an SMTP URL (``smtp://user:password@host:587?tls=starttls``); unset, letters are files in the data folder
"""

from __future__ import annotations

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF

from lagetrunt.config.cast import demo_cast
from lagetrunt.config.secret import secret_key

BASE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("LAGETRUNT_DATA", "data")).absolute()
DEMO = os.environ.get("LAGETRUNT_DEMO") == "1"
DEMO_CAST = demo_cast() if DEMO else []
SECRET_KEY = secret_key(DATA)
DEBUG = False
ALLOWED_HOSTS = [h for h in os.environ.get("LAGETRUNT_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if h]
CSRF_TRUSTED_ORIGINS = [
    f"https://{host}" for host in ALLOWED_HOSTS if host not in ("localhost", "127.0.0.1", "[::1]")
]
BEHIND_TLS = os.environ.get("LAGETRUNT_TLS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0

ROOMS = [
    "pages",
    "exchange",
    "minutes",
    "followup",
    "meetings",
    "charters",
    "documents",
    "networks",
    "people",
    "federations",
    "search",
    "outbox",
    "audit",
    "shared",
]  # from the top down: each imports only from those to its right
INSTALLED_APPS = [
    *[f"lagetrunt.{room}" for room in ROOMS],
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rules",
    "allauth",
    "allauth.account",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lagetrunt.shared.language.LanguageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "lagetrunt.people.middleware.ActorMiddleware",
]
ROOT_URLCONF = "lagetrunt.config.urls"
WSGI_APPLICATION = "lagetrunt.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "libraries": {"i18n": "lagetrunt.shared.templatetags.fixed_words"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "lagetrunt.pages.context.frame",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("LAGETRUNT_DATABASE") or f"sqlite:///{DATA / 'lagetrunt.sqlite3'}", conn_max_age=600
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL lets readers go on while one writes; IMMEDIATE makes a writer wait for its turn instead of failing in mid-transaction.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_ADAPTER = "lagetrunt.people.adapter.AccountAdapter"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "throttle"}
}  # shared by the workers

EMAIL_BACKEND = "lagetrunt.outbox.backend.OutboxBackend"
DEFAULT_FROM_EMAIL = os.environ.get("LAGETRUNT_SENDER", "Laget runt <laget-runt@localhost>")
MAIL = os.environ.get("LAGETRUNT_MAIL", "")

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [BASE / "locale"]
LANGUAGE_COOKIE_NAME = "sprak"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = BEHIND_TLS
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(DATA / "files")},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA / "files"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "object-src": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
# The house's own i18n tags stand in for the framework's on purpose.
SILENCED_SYSTEM_CHECKS = ["templates.W003"]
