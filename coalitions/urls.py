"""Addresses of people and of the site itself."""

from django.urls import include, path, re_path

from coalitions import public, views
from coalitions.workspace import settings

urlpatterns = [
    path("language/", views.set_language, name="set_language"),
    re_path(r"^accent/(?P<colour>[0-9a-f]{6})\.css$", views.accent_sheet, name="accent"),
    path("healthz/", views.health, name="health"),
    path("operator/coalitions/new/", settings.new_coalition, name="new_coalition"),
    path("c/<slug:slug>/settings/", settings.settings, name="settings"),
    path("c/<slug:slug>/logo.png", public.logo, name="logo"),
    path("coalitions/<slug:slug>/", public.coalition, name="public_coalition"),
    path("privacy/", public.privacy, name="privacy"),
    path("accessibility/", public.accessibility, name="accessibility"),
    path("", include("coalitions.workspace.urls")),
]
