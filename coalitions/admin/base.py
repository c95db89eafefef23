"""What every register of the administration shares: its fields, its scope, and its traces in the audit log."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline
from modeltranslation.fields import TranslationField

from coalitions import audit, once
from coalitions.admin.exchange import Exporting
from coalitions.admin.inside import InsideForm, coalition_of, plan_of, plan_path
from coalitions.admin.past import WithHistory
from coalitions.admin.two_editors import TwoEditors
from coalitions.administration import opened_by
from coalitions.models import Seat, User
from coalitions.permissions import secretariat_of
from coalitions.wording import label_of

# Values of these fields are names of people: the audit log says that they changed, not to what.
PERSONAL = {"email", "name", "person", "password"}
DAY = {"type": "date", "aria-label": _("Day")}
TIME = {"type": "time", "aria-label": _("Time")}
# What the filters of a list ask of a field, beside its value.
ASKED = {"", "__exact", "__isnull", "__id__exact", "__id__isnull"}
FIELDS: dict[type[models.Field], dict[str, Any]] = {
    models.DateField: {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")},
    models.DateTimeField: {
        "form_class": forms.SplitDateTimeField,
        "widget": forms.SplitDateTimeWidget(
            date_format="%Y-%m-%d", time_format="%H:%M", date_attrs=DAY, time_attrs=TIME
        ),
    },
    models.TextField: {"widget": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})},
}


class PlainFields:
    """Fields of forms and of the rows inside them: plain selects of what is inside, days as the browser asks them."""

    formfield_overrides = FIELDS
    limits: dict[str, dict[str, Any]] = {}
    """What more a choice must be, by field: {"body": {"kind__in": …}}."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        if field is not None and isinstance(db_field, TranslationField):
            field.required, field.label = False, label_of(db_field)
            field.widget.is_required = False
            field.widget.attrs["lang"] = db_field.language
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("queryset", self.choices(db_field, request))
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]
        # Asked once a page, however many rows there are inside the form.
        field.choices = list(field.choices)
        return field

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("queryset", self.choices(db_field, request))
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]

    def choices(self, db_field: Any, request: HttpRequest) -> models.QuerySet:
        """What may be chosen: rows of the form's coalition and plan, else of the user's coalitions (S-A5)."""
        model = db_field.remote_field.model
        place = getattr(request, "place", {})
        home = place.get("coalition")
        mine = [home.pk] if home else secretariat_of(request.user, timezone.localdate()).values("pk")
        if model is User:
            return User.objects.filter(pk__in=Seat.objects.filter(coalition__in=mine).values("user"))
        if not hasattr(model, "coalition_path"):
            return model._default_manager.none()
        rows = model._default_manager.filter(**{f"{model.coalition_path}__in": mine})
        if place.get("plan") and plan_path(model):
            rows = rows.filter(**{plan_path(model): place["plan"]})
        return rows.filter(**self.limits.get(db_field.name, {}))


class AuditedAdmin(PlainFields, TwoEditors):
    """Writes one audit entry per act, in the transaction that Django opens around it; none where nothing changed."""

    actions = None
    list_per_page = 100
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    question = "site"
    """Under which question of the first page the register stands; see coalitions.administration."""
    note = ""
    """What a reader should know of this register before using it; shown above its list."""

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> LogEntry | None:
        return None if getattr(request, "told", False) else self._record(request, obj, "added", {})

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> LogEntry | None:
        changes = getattr(request, "changes", {})
        return self._record(request, obj, "changed", changes) if changes else None

    def _record(self, request: HttpRequest, obj: Any, act: str, change: dict) -> None:
        act = f"{obj._meta.model_name} {act}"
        audit.record(coalition_of(obj), act, actor=request.user, obj=obj, change=change)

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        request.changes = changes_of(form)
        return super().save_form(request, form, change)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            self._add(request, obj, form)
        elif form.changed_data:
            if hasattr(obj, "version"):
                obj.version += 1
            super().save_model(request, obj, form, change)
            self._raise(obj)

    def _add(self, request: HttpRequest, obj: Any, form: Any) -> None:
        once.spend(request.POST.get(once.FIELD, ""))
        made = self.make(request, obj)
        if made is None:
            super().save_model(request, obj, form, False)
            self._raise(obj)
        else:
            # The verb has told the audit log.
            obj.pk, obj._state.adding, request.told = made.pk, False, True

    def _raise(self, obj: Any) -> None:
        owner = self.raises(obj)
        if owner is not None:
            owner = type(owner)._default_manager.get(pk=owner.pk)
            owner.version += 1
            owner.save()

    def make(self, request: HttpRequest, obj: Any) -> Any:
        """Add the row by the verb that exists for it and return it; None where the form itself is the act."""
        return None

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        inside = {fs.model._meta.model_name: found for fs in formsets if (found := changes_inside(fs))}
        request.changes |= inside
        if change and inside and not form.changed_data and hasattr(form.instance, "version"):
            form.instance.version += 1
            form.instance.save()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only what the list's own filters ask: any other field could be guessed letter by letter (bad input 44)."""
        fields = [one[0] if isinstance(one, tuple) else one for one in self.get_list_filter(request)]
        return any(lookup.startswith(field) and lookup.removeprefix(field) in ASKED for field in fields)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        # Django's title asks to "select one to change": this says what the page shows.
        words = {"title": str(self.opts.verbose_name_plural).capitalize(), "note": self.note}
        return super().changelist_view(request, words | (extra_context or {}))

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        # Django redirects with a message; a foreign row and an absent one are both a plain 404 here.
        raise Http404


def changes_of(form: Any) -> dict[str, Any]:
    """Each changed field of a bound form with its value before and after; personal ones only by name."""
    return {
        name: "*"
        if name in PERSONAL
        else [_plain(form.initial.get(name)), _plain(form.cleaned_data.get(name))]
        for name in form.changed_data
    }


def changes_inside(formset: Any) -> dict[str, Any]:
    """What was saved of the rows inside a form, by their keys."""
    found: dict[str, Any] = {"added": [row.pk for row in formset.new_objects]}
    found["changed"] = {row.pk: names for row, names in formset.changed_objects}
    return {kind: rows for kind, rows in found.items() if rows}


def _plain(value: Any) -> Any:
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, models.QuerySet | list | tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, int | dict | None) else str(value)


class OperatorAdmin(AuditedAdmin):
    """Rows of the whole site: operators only."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_active and request.user.is_staff and request.user.is_operator)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)

    has_change_permission = has_view_permission

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request)


class ScopedAdmin(Exporting, AuditedAdmin):
    """Rows of coalitions: a secretariat sees and changes its own; a foreign row is a 404 (law 6).

    `stands_in` names what a new row is put into and never leaves: "coalition", or "plan". Where the user has several,
    the add page asks for it first, so that everything else on the form can be chosen from there alone.
    """

    form = InsideForm
    stands_in = "coalition"
    question = "who"

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        path = self.model.coalition_path
        mine = secretariat_of(request.user, timezone.localdate())
        return super().get_queryset(request).filter(**{f"{path}__in": mine})

    def has_module_permission(self, request: HttpRequest) -> bool:
        return opened_by(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if not self.has_module_permission(request):
            return False
        # Asked of the database, not of the object: a form may have put another coalition into it.
        return obj is None or self._is_seen(request, obj.pk)

    has_change_permission = has_view_permission

    def _is_seen(self, request: HttpRequest, pk: Any) -> bool:
        known = request.__dict__.setdefault("seen_rows", {})
        if (self.model, pk) not in known:
            known[self.model, pk] = self.get_queryset(request).filter(pk=pk).exists()
        return known[self.model, pk]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request)

    def places(self, request: HttpRequest) -> models.QuerySet:
        """Where the user may add a row: her coalitions; upper apps say which plans."""
        return secretariat_of(request.user, timezone.localdate())

    def _changeform_view(
        self, request: HttpRequest, object_id: Any, form_url: str, extra_context: Any
    ) -> HttpResponse:
        row = self.get_object(request, object_id) if object_id else None
        if row is not None:
            request.place = {"coalition": coalition_of(row), "plan": plan_of(row)}
        elif object_id is None and self.has_add_permission(request):
            place = self._chosen(request)
            if place is None:
                return self._ask_where(request)
            request.place = {"coalition": coalition_of(place), self.stands_in: place}
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def _chosen(self, request: HttpRequest) -> Any:
        places = self.places(request)
        asked = request.GET.get(self.stands_in, "")
        if asked.isdecimal():
            return places.filter(pk=asked).first()
        few = list(places[:2])
        return few[0] if len(few) == 1 else None

    def _ask_where(self, request: HttpRequest) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Where does it belong?"),
            "opts": self.opts,
            "places": self.places(request),
            "stands_in": self.stands_in,
        }
        return TemplateResponse(request, "admin/choose_place.html", context)

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, **kwargs)
        names = {field.name for field in self.opts.fields}
        place = {name: row for name, row in getattr(request, "place", {}).items() if name in names}
        return type(form.__name__, (form,), {"place": place}) if obj is None else form

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        # Where a row stands is said by the page that adds it, and never changes.
        names = [
            name
            for name in ("coalition", "plan")
            if any(f.name == name and f.editable for f in self.opts.fields)
        ]
        return [*names, *(name for name in super().get_readonly_fields(request, obj) if name not in names)]


class RegisterAdmin(WithHistory, ScopedAdmin):
    """A register with the history of each row."""


class TranslatedAdmin(RegisterAdmin, TranslationAdmin):
    """A register with fields in both languages, one under the other."""


class RowsInside(PlainFields, admin.StackedInline):
    """Rows that hang on the form's own row, saved with it. One is withdrawn on its own page, with a reason."""

    extra = 0
    can_delete = False
    show_change_link = True
    form = InsideForm

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        keys = [field.name for field in self.opts.fields if isinstance(field, models.ForeignKey)]
        return super().get_queryset(request).select_related(*keys)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return opened_by(request)

    has_change_permission = has_view_permission

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return opened_by(request)


class TranslatedRowsInside(RowsInside, TranslationStackedInline):
    """The same, with fields in both languages."""


class Unchangeable:
    """Mixed into registers whose rows nobody adds or changes by hand."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
