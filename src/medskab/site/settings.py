"""All settings, in one file; what differs between installations comes from the environment."""

import sys
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from medskab.site import environment, secret_store

PACKAGE = Path(__file__).resolve().parent.parent

HOME = environment.folder("MEDSKAB_HOME", Path("var"))
DEBUG = environment.flag("MEDSKAB_DEVELOPMENT", False)
SECRETS = secret_store.load_or_make(HOME)
SECRET_KEY = SECRETS["signing"]

SITE_ADDRESS = environment.text("MEDSKAB_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
IS_SECURE = SITE_ADDRESS.startswith("https://")
LIVE_ADDRESS = environment.text("MEDSKAB_LIVE_ADDRESS", "").rstrip("/")  # empty: open pages ask now and then
TILES = environment.tiles("MEDSKAB_TILES")  # empty: maps are drawn from the area's own files alone
TILES_OWED = environment.text("MEDSKAB_TILES_OWED")
ALLOWED_HOSTS = environment.names("MEDSKAB_HOSTS", ("127.0.0.1", "localhost", "[::1]"))
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "template_partials",
    "medskab.site",
    "medskab.decisions",
    "medskab.resources",
    "medskab.mandates",
    "medskab.initiatives",
    "medskab.rounds",
    "medskab.surveys",
    "medskab.statements",
    "medskab.needs",
    "medskab.fieldwork",
    "medskab.noticeboard",
    "medskab.gatherings",
    "medskab.notifications",
    "medskab.people",
    "medskab.releases",
    "medskab.places",
    "medskab.threads",
    "medskab.audit",
    "medskab.tools.jobs",
    "medskab.tools.post",
    "medskab.tools.live",
    "medskab.tools.vault",
    "medskab.common",
    # after our rooms, so that our templates for its pages are found first
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
]
INSTALLED_APPS = [
    app
    for app in INSTALLED_APPS
    if not app.startswith("medskab.")
    or (PACKAGE / app.removeprefix("medskab.").replace(".", "/") / "apps.py").exists()
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "medskab.common.middleware.ContentSecurity",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "medskab.people.middleware.AreaAndPerson",
    "medskab.common.middleware.DenyByDefault",
]

ROOT_URLCONF = "medskab.site.urls"
WSGI_APPLICATION = "medskab.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "medskab.common.templatetags.medskab"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "medskab.site.context.frame",
            ],
        },
    }
]

DATABASES = {"default": environment.database("MEDSKAB_DATABASE_URL", HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "my_things"
LOGOUT_REDIRECT_URL = "home"

SESSION_ENGINE = "medskab.people.sessions"
SESSION_COOKIE_NAME = "__Host-session" if IS_SECURE else "session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 30 * 24 * 3600
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "medskab.site.pages.errors.csrf_failure"
SECURE_SSL_REDIRECT = IS_SECURE and environment.flag("MEDSKAB_REDIRECT_TO_HTTPS", True)
SECURE_HSTS_SECONDS = 31_536_000 if IS_SECURE else 0
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if environment.flag("MEDSKAB_BEHIND_PROXY", False) else None
)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = environment.text("MEDSKAB_LANGUAGE", "da")
LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
FORMAT_MODULE_PATH = ["medskab.common.formats"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = environment.text("MEDSKAB_TIME_ZONE", "Europe/Copenhagen")

STATIC_URL = "/static/"
STATIC_ROOT = environment.folder("MEDSKAB_STATIC", HOME / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG or "pytest" in sys.modules
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = DEBUG or "pytest" in sys.modules
MEDIA_ROOT = HOME / "media"
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# Mail: an address like smtp://user:password@host:587 sends; otherwise mails are kept as files.
# Sign-in codes go out at once, without the outbox: they are never in the database.
MAIL_ADDRESS = environment.text("MEDSKAB_MAIL_URL", "")
globals().update(environment.mail("MEDSKAB_MAIL_URL"))
MAIL_FROM = environment.text("MEDSKAB_MAIL_FROM", "medskab@localhost")
DEFAULT_FROM_EMAIL = MAIL_FROM
MAIL_FOLDER = HOME / "mail"
EMBEDDER = environment.text("MEDSKAB_EMBEDDER")
TRANSCRIBER = environment.text("MEDSKAB_TRANSCRIBER")
TEXTS_TOKEN = environment.text("MEDSKAB_TEXTS_TOKEN")
TEXT_GATEWAY = environment.text("MEDSKAB_TEXT_GATEWAY", "medskab.tools.post.transports.FolderTexts")

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "medskab.people.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8}  # a phone shows its number pad
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_RATE_LIMITS = {"request_login_code": "20/m/ip,3/m/key,30/d/key"}
ACCOUNT_EMAIL_VERIFICATION = "none"  # the code is sent to the address: who has it has the mailbox
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "login": "medskab.people.forms.signing_in.SignInForm",
    "confirm_login_code": "medskab.people.forms.signing_in.CodeForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if SECURE_PROXY_SSL_HEADER else 0
MFA_ADAPTER = "medskab.people.second_factor.SecondFactor"
MFA_FORMS = {
    "authenticate": "medskab.people.forms.signing_in.FactorForm",
    "reauthenticate": "medskab.people.forms.signing_in.FactorAgainForm",
    "activate_totp": "medskab.people.forms.signing_in.AppForm",
    "add_webauthn": "medskab.people.forms.signing_in.PasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_SECURE

TASKS = {"default": {"BACKEND": "medskab.tools.jobs.backend.DatabaseBackend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": environment.text("MEDSKAB_LOG_LEVEL", "WARNING")},
    # A refused or unknown address is no fault, and may hold a code that belongs in no log.
    "loggers": {"django.request": {"level": "ERROR"}},
}

# Who may open the pages that come with the sign-in library; what is not named here stays closed.
PAGES_OF_LIBRARIES = {
    "account_login": "anyone",
    "account_logout": "anyone",
    "account_confirm_login_code": "anyone",
    "account_reauthenticate": "signed in",
    "mfa_authenticate": "anyone",
    "mfa_reauthenticate": "signed in",
    "mfa_activate_totp": "signed in",
    "mfa_deactivate_totp": "signed in",
    "mfa_generate_recovery_codes": "signed in",
    "mfa_view_recovery_codes": "signed in",
    "mfa_download_recovery_codes": "signed in",
    "mfa_add_webauthn": "signed in",
    "mfa_edit_webauthn": "signed in",
    "mfa_remove_webauthn": "signed in",
    "mfa_login_webauthn": "anyone",
    "mfa_reauthenticate_webauthn": "signed in",
    "set_language": "anyone",
}
