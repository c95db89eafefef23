"""Addresses of plans."""

from django.urls import include, path

from plans.workspace import evidence, making, offline_page

urlpatterns = [
    path("c/<slug:slug>/plans/new/", making.new_plan, name="new_plan"),
    path("plans/<slug:slug>/", include("plans.workspace.urls")),
    path("c/<slug:slug>/initiatives/", include("plans.workspace.initiative_urls")),
    path("asked/workbook/", offline_page.workbook, name="asked_workbook"),
    path("asked/workbook/plenaria.xlsx", offline_page.workbook_file, name="asked_workbook_file"),
    path("documents/<int:pk>/", evidence.document, name="document"),
    path("reports/<int:pk>/evidence/", evidence.of_report, name="report_evidence"),
    path(
        "reports/<int:pk>/evidence/<int:document>/remove/",
        evidence.remove_from_report,
        name="remove_evidence",
    ),
    path("reports/<int:pk>/", include("plans.workspace.report_urls")),
    path("", include("plans.workspace.review_urls")),
]
