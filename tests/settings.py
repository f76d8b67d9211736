"""Settings for the tests: the installation's own, with a data folder that goes away and static files served as they lie."""

import os
import tempfile

os.environ.setdefault("LAGETRUNT_DATA", tempfile.mkdtemp(prefix="lagetrunt-test-"))

from lagetrunt.config.settings import *  # noqa: F403
from lagetrunt.config.settings import STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
