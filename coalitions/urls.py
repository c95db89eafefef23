"""Addresses of people and of the site itself."""

from django.urls import path, re_path

from coalitions import views

urlpatterns = [
    path("login/", views.SignIn.as_view(), name="login"),
    path("logout/", views.SignOut.as_view(), name="logout"),
    path("language/", views.set_language, name="set_language"),
    re_path(r"^accent/(?P<colour>[0-9a-f]{6})\.css$", views.accent_sheet, name="accent"),
    path("healthz/", views.health, name="health"),
]
