"""The registers of parties and of what bodies do: memberships, places, meetings, decisions, documents."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coalitions import membership
from coalitions.admin.base import RegisterAdmin, RowsInside, ScopedAdmin, TranslatedAdmin
from coalitions.admin.bringing_in import BringingIn
from coalitions.admin.columns import Day, Text, Word
from coalitions.admin.exchange import Extra
from coalitions.admin.withdrawal import Withdrawing
from coalitions.models import Alias, Attendance, Decision, Document, Meeting, Membership, Party, Term
from coalitions.refusal import Refused
from coalitions.wording import label_of

OF_COALITION = ("coalition", admin.RelatedOnlyFieldListFilter)
PARTY_NAMES = ["party__name_es", "party__name_en", "party__short_name"]


class AliasesInside(RowsInside):
    model = Alias
    fields = ["text"]


@admin.register(Party)
class PartyAdmin(BringingIn, TranslatedAdmin):
    brings = [
        "name_es", "name_en", "short_name", "kind", "country", "mandate_ends", "opened_on", "closed_on", "position",
        "standing", "admitted_on", "aliases",
    ]  # fmt: skip
    needed = ["kind"]
    exported_with = ["memberships", "aliases"]
    list_display = ["name", "short_name", "kind", "country", "mandate_ends", "closed_on", "coalition"]
    list_filter = ["kind", OF_COALITION]
    list_select_related = ["coalition"]
    search_fields = ["name_es", "name_en", "short_name", "aliases__text"]
    inlines = [AliasesInside]
    fieldsets = [
        (None, {"fields": ["name", "short_name", "kind", "country"]}),
        (
            _("From when to when"),
            {
                "fields": ["opened_on", "closed_on", "mandate_ends"],
                "description": _(
                    "Empty days are open. The end of the mandate is that of whoever governs now."
                ),
            },
        ),
        (
            _("Place in lists and source"),
            {"fields": ["position", "coalition", "provenance"], "classes": ["collapse"]},
        ),
    ]
    add_fieldsets = [(None, {"fields": ["name", "short_name", "kind", "country"]})]
    readonly_fields = ["provenance"]

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def make(self, request, obj):
        return membership.add_party(obj.coalition, _new(obj), by=request.user)

    def extra_columns(self):
        standing = Membership._meta.get_field("standing")
        return {
            "standing": Extra(
                label_of(standing), Word(standing), lambda row: getattr(_held(row), "standing", None)
            ),
            "admitted_on": Extra(
                _("Admitted on"), Day(), lambda row: getattr(_held(row), "admitted_on", None)
            ),
            "aliases": Extra(_("Spellings"), Text(), _spelled),
        }

    def bring(self, request, row, new, changes, extras):
        standing, on = extras.get("standing"), extras.get("admitted_on")
        if standing and not on:
            raise Refused(_("A standing needs the day from which it holds, in the column “Admitted on”."))
        if new:
            row.pk = membership.add_party(row.coalition, _new(row), by=request.user).pk
            row = self._rest(row)
        else:
            super().bring(request, row, new, changes, extras)
        held = _held(row)
        if standing and (held is None or held.standing != standing):
            membership.change_standing(row, standing, on=on, by=request.user)
        for text in filter(None, (part.strip() for part in (extras.get("aliases") or "").split("|"))):
            membership.add_alias(row, text, by=request.user)

    def _rest(self, row):
        """The new party with the days and the place in lists, which its verb does not take."""
        made = Party.objects.get(pk=row.pk)
        rest = {"mandate_ends": row.mandate_ends, "opened_on": row.opened_on, "closed_on": row.closed_on}
        if any(rest.values()):
            for name, value in rest.items():
                setattr(made, name, value)
            made.save()
        return made


def _new(row):
    return membership.NewParty(
        row.name_es or "", row.name_en or "", row.short_name, row.kind, (row.country or "").upper()
    )


def _held(party):
    return next((one for one in party.memberships.all() if one.ended_on is None), None)


def _spelled(party):
    return " | ".join(sorted(alias.text for alias in party.aliases.all()))


@admin.register(Alias)
class AliasAdmin(Withdrawing, ScopedAdmin):
    note = _(
        "How documents write a party: a plan that is brought in finds it by them. One spelling, one party."
    )
    list_display = ["text", "party"]
    list_filter = [OF_COALITION]
    list_select_related = ["party"]
    search_fields = ["text", "folded", *PARTY_NAMES]
    fields = ["party", "text"]

    def make(self, request, obj):
        membership.add_alias(obj.party, obj.text, by=request.user)
        return Alias.objects.get(coalition=obj.party.coalition_id, folded=obj.folded)


@admin.register(Membership)
class MembershipAdmin(BringingIn, RegisterAdmin):
    brings = ["party", "standing", "requested_on", "admitted_on"]
    fixed = ["party", "standing"]
    needed = ["party", "standing", "admitted_on"]
    note = _(
        "Standing is changed and ended on the page of the party, where it keeps its reason. Here days are corrected."
    )
    list_display = ["party", "standing", "state", "admitted_on", "ended_on"]
    list_filter = ["standing", "state", ("party__coalition", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["party"]
    search_fields = PARTY_NAMES
    ordering = ["party__position", "party", "-admitted_on"]
    fields = ["party", "standing", "state", "requested_on", "admitted_on", "ended_on"]

    def get_readonly_fields(self, request, obj=None):
        return ["state", "ended_on", *(["party", "standing"] if obj else ["requested_on"])]

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.base_fields["admitted_on"].required = obj is None or obj.state == Membership.State.ADMITTED
        return form

    def make(self, request, obj):
        return membership.admit(obj.party, obj.standing, on=obj.admitted_on, by=request.user)


@admin.register(Term)
class TermAdmin(BringingIn, RegisterAdmin):
    brings = ["body", "party", "role", "started_on"]
    fixed = ["body", "party"]
    needed = ["body", "party", "role", "started_on"]
    note = _("A place is ended on the page of the party. Here days are corrected.")
    list_display = ["body", "party", "role", "started_on", "ended_on"]
    list_filter = ["role", ("body", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["body", "party"]
    search_fields = [*PARTY_NAMES, "body__name_es", "body__name_en"]
    ordering = ["body", "party", "started_on"]
    fields = ["body", "party", "role", "started_on", "ended_on", "end_reason", "decision"]
    limits = {"body": {"kind__in": membership.BODIES}}

    def get_readonly_fields(self, request, obj=None):
        return ["ended_on", "end_reason", *(["body", "party"] if obj else ["decision"])]

    def make(self, request, obj):
        on = obj.started_on or timezone.localdate()
        return membership.put_in_body(obj.party, obj.body, obj.role, on=on, by=request.user)


class AttendancesInside(RowsInside):
    model = Attendance
    fields = ["party", "person"]


@admin.register(Meeting)
class MeetingAdmin(TranslatedAdmin):
    question = "meetings"
    list_display = ["title", "body", "kind", "mode", "starts_at", "coalition"]
    list_filter = ["kind", "mode", ("body", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["body", "coalition"]
    search_fields = ["title_es", "title_en", "place", "agenda_es", "agenda_en"]
    ordering = ["-starts_at"]
    inlines = [AttendancesInside]
    limits = {"body": {"kind__in": membership.BODIES}}
    fieldsets = [
        (None, {"fields": ["title", "body", "kind", "mode"]}),
        (_("When and where"), {"fields": ["starts_at", "ends_at", "place"]}),
        (_("Agenda and minutes"), {"fields": ["agenda", "minutes", "coalition"]}),
    ]

    def get_inlines(self, request, obj):
        return self.inlines if obj else []


@admin.register(Attendance)
class AttendanceAdmin(Withdrawing, RegisterAdmin):
    question = "meetings"
    list_display = ["meeting", "party", "person"]
    list_filter = [("meeting", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["meeting", "party"]
    search_fields = [*PARTY_NAMES, "person"]
    fields = ["meeting", "party", "person"]


@admin.register(Decision)
class DecisionAdmin(TranslatedAdmin):
    question = "meetings"
    list_display = ["motion", "body", "decided_on", "basis", "coalition"]
    list_filter = ["basis", ("body", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["body", "coalition"]
    search_fields = ["motion_es", "motion_en"]
    ordering = ["-decided_on", "position"]
    limits = {"body": {"kind__in": membership.BODIES}}
    fieldsets = [
        (None, {"fields": ["motion", "body", "meeting", "decided_on", "position"]}),
        (
            _("How it was decided"),
            {
                "fields": ["basis", "present", "in_favour", "against", "abstained", "coalition"],
                "description": _(
                    "A vote says how many were present, and how many were for, against or neither."
                ),
            },
        ),
    ]


@admin.register(Document)
class DocumentAdmin(TranslatedAdmin):
    question = "meetings"
    list_display = ["title", "kind", "audience", "language", "coalition"]
    list_filter = ["kind", "audience", OF_COALITION]
    list_select_related = ["coalition"]
    search_fields = ["title_es", "title_en", "summary_es", "summary_en"]
    fieldsets = [
        (None, {"fields": ["title", "kind", "summary", "url", "language"]}),
        (_("For whom, and of whom"), {"fields": ["audience", "body", "replaces", "coalition"]}),
        (_("The file, which never changes"), {"fields": ["file", "sha256"], "classes": ["collapse"]}),
    ]
    readonly_fields = ["file", "sha256"]
