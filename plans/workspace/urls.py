"""Addresses of a plan's workspace, below the address of the plan."""

from django.urls import include, path

from plans.workspace import calendar, header, languages, narrative, vocabulary, warnings

urlpatterns = [
    path("matrix/", include("plans.workspace.matrix_urls")),
    path("rounds/", include("plans.workspace.rounds_urls")),
    path("warnings/", warnings.warnings, name="warnings"),
    path("warnings/reopen/", warnings.reopen, name="reopen_warning"),
    path("header/", header.header, name="header"),
    path("header/roles/", header.give_role, name="give_role"),
    path("header/roles/<int:pk>/take/", header.take_role, name="take_role"),
    path("narrative/", narrative.narrative, name="narrative"),
    path("narrative/new/", narrative.new_section, name="new_section"),
    path("narrative/<int:pk>/", narrative.section, name="section"),
    path("narrative/<int:pk>/move/", narrative.move_section, name="move_section"),
    path("narrative/<int:pk>/remove/", narrative.remove_section, name="remove_section"),
    path("narrative/links/", narrative.add_link, name="add_link"),
    path("narrative/links/<int:pk>/remove/", narrative.remove_link, name="remove_link"),
    path("vocabulary/", vocabulary.vocabulary, name="vocabulary"),
    path("vocabulary/levels/", vocabulary.add_level, name="add_level"),
    path("vocabulary/levels/<int:pk>/remove/", vocabulary.remove_level, name="remove_level"),
    path("vocabulary/columns/", vocabulary.columns, name="columns"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/make/", calendar.make_periods, name="make_periods"),
    path("calendar/unit/", calendar.change_unit, name="change_unit"),
    path("calendar/add/", calendar.add_period, name="add_period"),
    path("calendar/<int:pk>/rename/", calendar.rename_period, name="rename_period"),
    path("calendar/<int:pk>/remove/", calendar.remove_period, name="remove_period"),
    path("languages/", languages.languages, name="languages"),
]
