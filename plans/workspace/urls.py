"""Addresses of a plan's workspace, below the address of the plan."""

from django.urls import include, path

urlpatterns = [
    path("matrix/", include("plans.workspace.matrix_urls")),
]
