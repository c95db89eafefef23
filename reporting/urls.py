"""Addresses of plans and their reports."""

from django.urls import path

from reporting import views

urlpatterns = [
    path("", views.home, name="home"),
    path("asked/", views.asked_page, name="asked"),
    path("search/", views.search, name="search"),
    path("plans/", views.portfolio, name="portfolio"),
    path("plans/<slug:slug>/", views.plan, name="plan"),
    path("plans/<slug:slug>/timeline/", views.timeline, name="timeline"),
    path("plans/<slug:slug>/lines/<int:pk>/", views.line, name="line"),
    path("plans/<slug:slug>/report/", views.report, name="report"),
    path("plans/<slug:slug>/report.pdf", views.report_pdf, name="report_pdf"),
    path("plans/<slug:slug>/document/", views.report, {"kind": "plan"}, name="plan_document"),
    path("plans/<slug:slug>/document.pdf", views.report_pdf, {"kind": "plan"}, name="plan_document_pdf"),
]
