"""Addresses of a plan's rounds, below the address of the plan."""

from django.urls import path

from plans.workspace import round, rounds

urlpatterns = [
    path("", rounds.rounds, name="rounds"),
    path("plan/", rounds.plan_rounds, name="plan_rounds"),
    path("remove/", rounds.remove_rounds, name="remove_rounds"),
    path("<int:pk>/", round.cockpit, name="round"),
    path("<int:pk>/open/", round.open_round, name="open_round"),
    path("<int:pk>/asked/", round.adjust_round, name="adjust_round"),
    path("<int:pk>/extend/", round.extend_round, name="extend_round"),
    path("<int:pk>/close/", round.close_round, name="close_round"),
    path("<int:pk>/reopen/", round.reopen_round, name="reopen_round"),
    path("<int:pk>/remind/", round.remind_round, name="remind_round"),
]
