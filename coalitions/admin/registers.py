"""The registers of how the site is run, and of people and their rights."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from coalitions.acts import in_words
from coalitions.admin.base import OperatorAdmin, RegisterAdmin, ScopedAdmin, TranslatedAdmin, Unchangeable
from coalitions.admin.past import WithHistory
from coalitions.models import AuditActor, AuditEntry, AuditHead, Coalition, FormKey, Invitation, Seat, User

# Rights come from seats, never from groups; people have one address, and nobody reads the keys of their apps.
admin.site.unregister([Group, EmailAddress, Authenticator])


@admin.register(User)
class PersonAdmin(WithHistory, OperatorAdmin, UserAdmin):
    question = "people"
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


@admin.register(Coalition)
class CoalitionAdmin(Unchangeable, TranslatedAdmin):
    """Changed on its settings page, by the verb that checks its colour, its levels and its logo."""

    question = "site"
    note = _(
        "A coalition is changed on its settings page, where its words, its levels and its logo are checked."
    )
    list_display = ["name", "short_name", "time_zone", "four_eyes", "settings"]
    search_fields = ["slug", "name_es", "name_en"]
    fieldsets = [
        (None, {"fields": ["name", "short_name", "slug", "settings"]}),
        (_("The Secretariat"), {"fields": ["contact", "address", "time_zone", "languages"]}),
        (_("The public page"), {"fields": ["about", "accent", "logo"]}),
        (
            _("Plans and reports"),
            {"fields": ["level_names", "status_words", "four_eyes", "rules", "provenance"]},
        ),
    ]
    readonly_fields = ["settings"]

    @admin.display(description=_("Settings"))
    def settings(self, obj):
        url = reverse("settings", args=[obj.slug])
        return format_html('<a href="{}">{}</a>', url, _("Change the settings"))


@admin.register(AuditEntry)
class AuditEntryAdmin(Unchangeable, ScopedAdmin):
    question = "site"
    note = _("Nobody can change what stands here: each entry carries the digest of the one before it.")
    list_display = ["number", "at", "actor", "what", "reason", "coalition"]
    list_filter = [("coalition", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["coalition", "actor"]
    search_fields = ["label", "reason", "act"]
    ordering = ["-at", "-number"]

    @admin.display(description=_("act"))
    def what(self, obj):
        return in_words(obj)


@admin.register(AuditActor)
class AuditActorAdmin(Unchangeable, OperatorAdmin):
    list_display = ["pk", "name", "erased_on"]
    search_fields = ["name"]


@admin.register(AuditHead)
class AuditHeadAdmin(Unchangeable, OperatorAdmin):
    list_display = ["chain", "number", "digest"]


@admin.register(FormKey)
class FormKeyAdmin(Unchangeable, OperatorAdmin):
    list_display = ["__str__", "used_at"]


@admin.register(Seat)
class SeatAdmin(Unchangeable, RegisterAdmin):
    """Given, ended and handed over on the people page, by verbs that keep the last Secretariat."""

    question = "people"
    note = _("Seats are given, ended and handed over on the page “People” of each coalition.")
    list_display = ["user", "role", "party", "started_on", "ended_on", "coalition"]
    list_filter = ["role", ("coalition", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["user", "coalition", "party"]
    search_fields = ["user__name", "user__email", "party__name_es", "party__name_en"]


@admin.register(Invitation)
class InvitationAdmin(Unchangeable, RegisterAdmin):
    """Sent, sent again and revoked on the people page, where the mails are."""

    question = "people"
    note = _("Invitations are sent, sent again and revoked on the page “People” of each coalition.")
    list_display = ["email", "role", "party", "sent_at", "accepted_at", "revoked_at", "coalition"]
    list_filter = ["role", ("coalition", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["party", "coalition"]
    search_fields = ["email", "name"]
