"""Addresses of plans."""

from django.urls import include, path

urlpatterns = [
    path("plans/<slug:slug>/", include("plans.workspace.urls")),
]
