"""How this site is run. Everything that differs between sites comes from environment variables (or `.env`).

A missing or unusable value stops the start and names the variable: see `config/environment.py`.
"""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from config import environment

BASE_DIR = Path(__file__).resolve().parent.parent
env = environment.read(BASE_DIR)

DEBUG = environment.switch(env, "DEBUG", default=False)
SECRET_KEY = environment.secret_key(env)
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = environment.allowed_hosts(env, DEBUG)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# Only a site served over plain HTTP on one machine (make demo) sets this to no.
HTTPS = environment.switch(env, "HTTPS", default=True)
BEHIND_PROXY = environment.switch(env, "BEHIND_PROXY", default=False)

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, as its documentation asks
    "coalitions.apps.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "simple_history",
    "django_htmx",
    "template_partials",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "config",
    "coalitions.apps.CoalitionsConfig",
    "plans",
    "reporting",
]

MIDDLEWARE = [
    "config.middleware.RefuseUnreadableInput",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.middleware.Headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "config.middleware.RefuseLargeBodies",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "coalitions.sessions.SessionLimits",
    "coalitions.kept.KeepWhatWasTyped",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "coalitions.sessions.SecondFactorFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.navigation.context",
            ],
        },
    }
]

# Data ---------------------------------------------------------------------------------------------
DATABASES = {"default": environment.database(env, BASE_DIR)}
CACHES = {"default": environment.cache(env)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# What takes longer than a page may: `manage.py work` does it beside the site (reporting/annual_report/rendering.py).
TASKS = {"default": environment.tasks(env)}
PDF_FOLDER = Path(env.str("PDF_FOLDER", default=str(BASE_DIR / "var" / "pdf")))
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(BASE_DIR / "var" / "media")))
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750
DATA_UPLOAD_MAX_NUMBER_FILES = 20
# Who is asked in a round is a table of ticks: 40 parties by 60 activities, and as much again.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
# Files that people send (coalitions/uploads.py, documents.py): bytes a coalition, files a person and day, the scanner.
UPLOAD_QUOTA = env.int("UPLOAD_QUOTA_MB", default=1000) * 1_000_000
UPLOADS_A_DAY = env.int("UPLOADS_A_DAY", default=200)
SCANNER = env.str("SCANNER", default="")

# Languages: fixed by the code (each content column is a migration), not by the site -----------------
LANGUAGES = [("es", _("Spanish")), ("en", _("English"))]
LANGUAGE_CODE = env.str("LANGUAGE_CODE", default="es")
MODELTRANSLATION_LANGUAGES = ("es", "en")
MODELTRANSLATION_DEFAULT_LANGUAGE = "es"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("es", "en")
LOCALE_PATHS = [BASE_DIR / "locale"]
# British dates in English ("15 March 2026"); see config/formats.
FORMAT_MODULE_PATH = "config.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="UTC")


# People -------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "coalitions.User"
AUTHENTICATION_BACKENDS = ["coalitions.sessions.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
# Signing in: by a mailed code; by password for those who must have a second step (coalitions/sign_in.py).
ACCOUNT_ADAPTER = "coalitions.sign_in.SignIn"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # no sign-up page exists; without password1 the sign-in asks for none
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_LOGIN_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {
    "login": "100/10m/ip",
    "login_failed": "50/10m/ip,10/10m/key",
    "request_login_code": "50/10m/ip,20/10m/key",
    "request_login_code_here": "5/10m/key",  # from one place, so that nobody can use up another's codes
    "keep": "30/10m/ip",
}
MFA_ADAPTER = "coalitions.sign_in.SecondStep"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Plenaria"
MFA_TOTP_TOLERANCE = 1
# The last address that the one trusted proxy added; a forged header in front of it counts for nothing.
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)
# The __Host- prefix is only allowed over HTTPS.
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "coalitions.views.form_expired"
LANGUAGE_COOKIE_SECURE, LANGUAGE_COOKIE_HTTPONLY = HTTPS, True

# What every answer carries ------------------------------------------------------------------------
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = environment.switch(env, "HSTS_PRELOAD", default=HTTPS)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if BEHIND_PROXY:
    # Set only where the proxy always sets and strips this header.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
}

# Files of the pages -------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Mail and logs ------------------------------------------------------------------------------------
SITE_URL = environment.site_url(env, HTTPS)
globals().update(environment.mail(env))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Plenaria <plenaria@localhost>")
MAIL_FOLDER = BASE_DIR / "var" / "mail"
# Only on one machine, where whoever opens the page could open the file: it shows everybody's codes.
MAIL_PAGE = not HTTPS and not env.str("EMAIL_URL", default="")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        # Both describe every glyph and style rule they pass over.
        "fontTools": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
    },
}
