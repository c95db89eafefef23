"""Addresses of the plan matrix."""

from django.urls import path

from plans.editing.moving import DOWN, UP
from plans.workspace import matrix, matrix_activity, matrix_acts, matrix_objectives, matrix_several

urlpatterns = [
    path("", matrix.matrix, name="matrix"),
    path("several/", matrix_several.several, name="matrix_several"),
    path("paste/", matrix_several.paste, name="matrix_paste"),
    path("activities/<int:pk>/", matrix_activity.activity, name="matrix_activity"),
    path("activities/<int:pk>/row/", matrix.row, name="matrix_row"),
    path("activities/<int:pk>/up/", matrix_acts.move, {"step": UP}, name="matrix_up"),
    path("activities/<int:pk>/down/", matrix_acts.move, {"step": DOWN}, name="matrix_down"),
    path("activities/<int:pk>/move/", matrix_acts.move_to, name="matrix_move"),
    path("activities/<int:pk>/duplicate/", matrix_acts.duplicate, name="matrix_duplicate"),
    path("activities/<int:pk>/split/", matrix_acts.split, name="matrix_split"),
    path("activities/<int:pk>/merge/", matrix_acts.merge, name="matrix_merge"),
    path("activities/<int:pk>/remove/", matrix_acts.remove, {"kind": "activities"}, name="matrix_remove"),
    path("objectives/add/", matrix_objectives.add, name="matrix_add_objective"),
    path("objectives/<int:pk>/", matrix_objectives.objective, name="matrix_objective"),
    path("objectives/<int:pk>/add/", matrix_objectives.add_row, name="matrix_add"),
    path("objectives/<int:pk>/up/", matrix_objectives.move, {"act": "up"}, name="matrix_objective_up"),
    path("objectives/<int:pk>/down/", matrix_objectives.move, {"act": "down"}, name="matrix_objective_down"),
    path("objectives/<int:pk>/in/", matrix_objectives.move, {"act": "in"}, name="matrix_indent"),
    path("objectives/<int:pk>/out/", matrix_objectives.move, {"act": "out"}, name="matrix_outdent"),
    path(
        "objectives/<int:pk>/remove/",
        matrix_acts.remove,
        {"kind": "objectives"},
        name="matrix_remove_objective",
    ),
    path("removals/<int:pk>/restore/", matrix_acts.restore, name="matrix_restore"),
]
