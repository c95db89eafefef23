"""The site as tests run it: nothing of the machine's own `.env` enters."""

import os
import tempfile
from pathlib import Path

os.environ.update(
    SECRET_KEY="tests-only-" + "x1y2z3" * 10,
    DEBUG="no",
    HTTPS="no",
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    SITE_URL="http://testserver",
    EMAIL_URL="",
    CACHE_URL="",
    LOG_LEVEL="ERROR",
    TASKS="immediate",
    SCANNER="",
)
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL") or "sqlite:///plenaria-tests.sqlite3"

from config.settings import *  # noqa: F403
from config.settings import DATABASES, STORAGES

_scratch = Path(tempfile.mkdtemp(prefix="plenaria-tests-"))
MEDIA_ROOT = _scratch / "media"
MAIL_FOLDER = _scratch / "mail"
PDF_FOLDER = _scratch / "pdf"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, so that the threads of a live server see the same rows; synchronous=OFF only ever here.
    DATABASES["default"]["TEST"] = {"NAME": str(_scratch / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF",
    }
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# The real hasher is slow on purpose.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
