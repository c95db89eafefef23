"""Addresses of plans."""

from django.urls import include, path

from plans.workspace import making

urlpatterns = [
    path("c/<slug:slug>/plans/new/", making.new_plan, name="new_plan"),
    path("plans/<slug:slug>/", include("plans.workspace.urls")),
    path("", include("plans.workspace.review_urls")),
]
