"""Reads the environment once and refuses, by name, what would run an unsafe or half-configured site."""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

SHORTEST_SECRET = 50
PLACEHOLDERS = ("change-me", "insecure", "secret-key")


def read(base: Path) -> environ.Env:
    """The process's environment, with `base/.env` beneath it: a variable that is set wins over the file."""
    env = environ.Env()
    file = base / ".env"
    if file.is_file():
        env.read_env(str(file))
    return env


def switch(env: environ.Env, name: str, default: bool) -> bool:
    """A variable that is yes or no; anything else is refused, since a typing slip must not switch a guard off."""
    value: str = env.str(name, default="yes" if default else "no").strip().lower()
    if value not in {"yes", "no", "true", "false", "on", "off", "1", "0"}:
        raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")
    return value in {"yes", "true", "on", "1"}


def secret_key(env: environ.Env) -> str:
    """SECRET_KEY: 50 characters or more and not a placeholder; refused by name otherwise."""
    value: str = env.str("SECRET_KEY", default="")
    if not value:
        raise ImproperlyConfigured("SECRET_KEY is not set. Run `make setup`, or set it in the environment.")
    if len(value) < SHORTEST_SECRET or any(word in value.lower() for word in PLACEHOLDERS):
        raise ImproperlyConfigured(
            f"SECRET_KEY is too short or a placeholder: it needs {SHORTEST_SECRET} random characters."
        )
    return value


def allowed_hosts(env: environ.Env, debug: bool) -> list[str]:
    """ALLOWED_HOSTS: exact names. A wildcard is refused; production must name at least one."""
    hosts: list[str] = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if debug else [])
    if not hosts:
        raise ImproperlyConfigured("ALLOWED_HOSTS is not set: name the hosts this site answers to, by comma.")
    if any(host.startswith(("*", ".")) for host in hosts):
        raise ImproperlyConfigured("ALLOWED_HOSTS holds a wildcard: name each host exactly.")
    return hosts


def site_url(env: environ.Env, https: bool) -> str:
    """SITE_URL: where the links in mails lead, without a slash at the end. A site with HTTPS must say it."""
    url: str = env.str("SITE_URL", default="" if https else "http://localhost:8000").rstrip("/")
    if not url.startswith(("https://", "http://")):
        raise ImproperlyConfigured("SITE_URL is not set: the site's address, as in https://plans.example.org")
    return url


def cache(env: environ.Env) -> dict[str, object]:
    """CACHE_URL as Django's setting; without it the database, so that limits hold across processes and restarts.

    Room for many rows: whoever fills the cache must not push a limit out of it (S-G1).
    """
    if env.str("CACHE_URL", default=""):
        config: dict[str, object] = env.cache_url("CACHE_URL")
        return config
    return {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }


def tasks(env: environ.Env) -> dict[str, object]:
    """TASKS as django-tasks' setting: "database" for a worker beside the site, "immediate" to do all work at once."""
    backends = {
        "database": "django_tasks_db.DatabaseBackend",
        "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    }
    value: str = env.str("TASKS", default="database")
    if value not in backends:
        raise ImproperlyConfigured(f"TASKS must be database or immediate, not {value!r}.")
    return {"BACKEND": backends[value]}


def mail(env: environ.Env) -> dict[str, object]:
    """EMAIL_URL as Django's settings; without it each mail becomes a file in var/mail."""
    if not env.str("EMAIL_URL", default=""):
        return {"EMAIL_BACKEND": "coalitions.mail_folder.Folder"}
    config: dict[str, object] = env.email_url("EMAIL_URL")
    if config["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend":
        config["EMAIL_BACKEND"] = "coalitions.mail_folder.Later"
    return config


def database(env: environ.Env, base: Path) -> dict[str, object]:
    """DATABASE_URL as Django's setting: SQLite by default, PostgreSQL where named; any other is refused.

    SQLite writes in WAL mode and takes the write lock at BEGIN: with Django's defaults most concurrent
    writes are refused (S-B3).
    """
    try:
        config: dict[str, object] = env.db_url(
            "DATABASE_URL", default=f"sqlite:///{base / 'var' / 'plenaria.sqlite3'}"
        )
    except (ValueError, environ.ImproperlyConfigured) as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from error
    engine = str(config.get("ENGINE", ""))
    if engine.endswith("sqlite3"):
        return {**config, "OPTIONS": SQLITE_OPTIONS, "ATOMIC_REQUESTS": False}
    if engine.endswith("postgresql"):
        return {**config, "ATOMIC_REQUESTS": False, "CONN_HEALTH_CHECKS": True, "CONN_MAX_AGE": 60}
    raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:// or postgresql://.")


SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "PRAGMA busy_timeout=20000; PRAGMA journal_size_limit=67108864"
    ),
}
