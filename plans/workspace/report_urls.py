"""Addresses of one report, below its own."""

from django.urls import path

from plans.workspace import report

urlpatterns = [
    path("", report.report, name="progress_report"),
    path("withdraw/", report.withdraw, name="withdraw_report"),
    path("again/", report.again, name="report_again"),
    path("object/", report.object_to, name="object_to_report"),
]
