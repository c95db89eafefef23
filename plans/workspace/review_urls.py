"""Addresses of the review: the queue and the settled values of a plan, and one report."""

from django.urls import path

from plans.workspace import review_queue, review_report, settle

urlpatterns = [
    path("plans/<slug:slug>/review/", review_queue.review_queue, name="review_queue"),
    path("plans/<slug:slug>/review/accept/", review_queue.accept_listed, name="accept_listed"),
    path("plans/<slug:slug>/settle/", settle.settle_list, name="settle_list"),
    path("plans/<slug:slug>/settle/<int:round>/<int:activity>/", settle.settle, name="settle"),
    path("reports/<int:pk>/review/", review_report.review_report, name="review_report"),
    path("reports/<int:pk>/review/accept/", review_report.accept_report, name="accept_report"),
    path("reports/<int:pk>/review/correct/", review_report.correct_report, name="correct_report"),
    path("reports/<int:pk>/review/return/", review_report.return_report, name="return_report"),
]
