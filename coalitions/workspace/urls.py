"""Addresses of a coalition's members, people and invitations. Each carries its coalition: a form saves where it was
opened, whatever stands in another tab."""

from django.urls import path

from coalitions.workspace import invited, members, seats

urlpatterns = [
    path("c/<slug:slug>/members/", members.members, name="members"),
    path("c/<slug:slug>/members/add/", members.add_party, name="add_party"),
    path("c/<slug:slug>/members/list/", members.add_list, name="add_list"),
    path("c/<slug:slug>/members/<int:pk>/", members.party, name="party"),
    path("c/<slug:slug>/members/<int:pk>/standing/", members.change_standing, name="change_standing"),
    path("c/<slug:slug>/members/<int:pk>/end/", members.end_membership, name="end_membership"),
    path("c/<slug:slug>/members/<int:pk>/bodies/", members.put_in_body, name="put_in_body"),
    path("c/<slug:slug>/members/<int:pk>/bodies/<int:term>/end/", members.leave_body, name="leave_body"),
    path("c/<slug:slug>/members/<int:pk>/spellings/", members.add_alias, name="add_alias"),
    path("c/<slug:slug>/people/", seats.people, name="people"),
    path("c/<slug:slug>/people/<int:pk>/", seats.seat, name="seat"),
    path("c/<slug:slug>/people/<int:pk>/end/", seats.end_seat, name="end_seat"),
    path("c/<slug:slug>/people/<int:pk>/hand-over/", seats.hand_over, name="hand_over"),
    path("c/<slug:slug>/people/invitations/<int:pk>/send/", seats.send_again, name="send_again"),
    path("c/<slug:slug>/people/invitations/<int:pk>/revoke/", seats.revoke, name="revoke"),
    path("invitations/<str:secret>/", invited.invitation, name="invitation"),
]
