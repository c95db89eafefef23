"""Each model of WHO with its list and filters."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from coalitions.admin.base import OperatorAdmin, RegisterAdmin, ScopedAdmin, TranslatedAdmin, Unchangeable
from coalitions.models import (
    Alias,
    Attendance,
    AuditActor,
    AuditEntry,
    AuditHead,
    Coalition,
    Decision,
    Document,
    FormKey,
    Invitation,
    Meeting,
    Membership,
    Party,
    Seat,
    Term,
    User,
)

# Rights come from seats, never from groups; people have one address, and nobody reads the keys of their apps.
admin.site.unregister([Group, EmailAddress, Authenticator])


@admin.register(User)
class PersonAdmin(OperatorAdmin, UserAdmin):
    list_display = ["email", "name", "language", "is_active", "is_staff", "is_superuser"]
    list_filter = ["is_active", "is_staff", "is_superuser"]
    search_fields = ["email", "name"]
    ordering = ["email"]
    filter_horizontal: list[str] = []
    add_form = AdminUserCreationForm
    fieldsets = [
        (None, {"fields": ["email", "name", "language", "password"]}),
        (_("Rights of the whole site"), {"fields": ["is_active", "is_staff", "is_superuser"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["email", "name", "language", "usable_password", "password1", "password2"]})
    ]


@admin.register(AuditActor)
class AuditActorAdmin(Unchangeable, OperatorAdmin):
    list_display = ["pk", "name", "erased_on"]


@admin.register(AuditHead)
class AuditHeadAdmin(Unchangeable, OperatorAdmin):
    list_display = ["chain", "number", "digest"]


@admin.register(FormKey)
class FormKeyAdmin(Unchangeable, OperatorAdmin):
    list_display = ["__str__", "used_at"]


@admin.register(Coalition)
class CoalitionAdmin(TranslatedAdmin):
    list_display = ["slug", "short_name", "time_zone", "four_eyes"]
    search_fields = ["slug", "name_es", "name_en"]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and request.user.is_operator


@admin.register(AuditEntry)
class AuditEntryAdmin(Unchangeable, ScopedAdmin):
    list_display = ["coalition", "number", "at", "actor", "act", "label", "reason"]
    list_filter = ["act"]
    list_select_related = ["coalition", "actor"]
    search_fields = ["label", "reason"]


@admin.register(Alias)
class AliasAdmin(ScopedAdmin):
    list_display = ["text", "party"]
    list_select_related = ["party"]
    search_fields = ["text", "folded"]


@admin.register(Seat)
class SeatAdmin(Unchangeable, RegisterAdmin):
    """Given, ended and handed over on the people page, by verbs that keep the last Secretariat."""

    list_display = ["user", "coalition", "role", "party", "started_on", "ended_on"]
    list_filter = ["role"]
    list_select_related = ["user", "coalition", "party"]


@admin.register(Invitation)
class InvitationAdmin(Unchangeable, RegisterAdmin):
    """Sent, sent again and revoked on the people page, where the mails are."""

    list_display = ["email", "role", "party", "coalition", "sent_at", "accepted_at", "revoked_at"]
    list_filter = ["role"]
    list_select_related = ["party", "coalition"]


@admin.register(Party)
class PartyAdmin(TranslatedAdmin):
    list_display = ["name", "kind", "country", "coalition"]
    list_filter = ["kind"]
    list_select_related = ["coalition"]
    search_fields = ["name_es", "name_en", "short_name"]


@admin.register(Membership)
class MembershipAdmin(RegisterAdmin):
    list_display = ["party", "standing", "state", "admitted_on", "ended_on"]
    list_filter = ["standing", "state"]
    list_select_related = ["party"]


@admin.register(Term)
class TermAdmin(RegisterAdmin):
    list_display = ["body", "party", "role", "started_on", "ended_on"]
    list_select_related = ["body", "party"]


@admin.register(Document)
class DocumentAdmin(TranslatedAdmin):
    list_display = ["title", "kind", "audience", "language", "coalition"]
    list_filter = ["kind", "audience"]
    list_select_related = ["coalition"]
    search_fields = ["title_es", "title_en"]
    readonly_fields = ["file", "sha256"]


@admin.register(Meeting)
class MeetingAdmin(TranslatedAdmin):
    list_display = ["title", "body", "kind", "mode", "starts_at"]
    list_filter = ["kind", "mode"]
    list_select_related = ["body"]


@admin.register(Attendance)
class AttendanceAdmin(RegisterAdmin):
    list_display = ["meeting", "party"]
    list_select_related = ["meeting", "party"]


@admin.register(Decision)
class DecisionAdmin(TranslatedAdmin):
    list_display = ["motion", "body", "decided_on", "basis"]
    list_filter = ["basis"]
    list_select_related = ["body"]
