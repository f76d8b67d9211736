"""Settings for the tests: the installation's own, with a data folder that goes away and static files served as they lie."""

import os
import tempfile

os.environ["LAGETRUNT_DATA"] = tempfile.mkdtemp(
    prefix="lagetrunt-test-"
)  # never the folder of somebody's installation

from lagetrunt.config.settings import *  # noqa: F403
from lagetrunt.config.settings import STORAGES

STATIC_ROOT = DATA / "static"  # noqa: F405
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
