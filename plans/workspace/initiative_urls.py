"""Addresses of a coalition's initiatives, below its own."""

from django.urls import path, re_path

from plans.workspace import initiatives

urlpatterns = [
    path("", initiatives.register, name="initiatives"),
    re_path(r"^register\.(?P<kind>xlsx|csv)$", initiatives.export, name="export_initiatives"),
    path("new/", initiatives.new_initiative, name="new_initiative"),
    path("<int:pk>/", initiatives.initiative, name="initiative"),
    path("<int:pk>/change/", initiatives.change_initiative, name="change_initiative"),
    path("<int:pk>/accept/", initiatives.accept_initiative, name="accept_initiative"),
    path("<int:pk>/return/", initiatives.return_initiative, name="return_initiative"),
    path("<int:pk>/evidence/", initiatives.initiative_evidence, name="initiative_evidence"),
    path(
        "<int:pk>/evidence/<int:document>/remove/",
        initiatives.remove_initiative_evidence,
        name="remove_initiative_evidence",
    ),
]
