"""What every register of the administration shares: scope, history and the audit log."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from modeltranslation.admin import TranslationAdmin
from simple_history.admin import SimpleHistoryAdmin

from coalitions import audit
from coalitions.administration import opened_by
from coalitions.models import Coalition, Seat, User
from coalitions.permissions import secretariat_of

# Values of these fields are names of people: the audit log says that they changed, not to what.
PERSONAL = {"email", "name", "person", "password"}


def coalition_of(obj: models.Model) -> Coalition | None:
    """The coalition that a row belongs to; None for a row of the whole site."""
    path = getattr(obj, "coalition_path", None)
    if path is None:
        return None
    for name in path.split("__"):
        obj = obj if name == "pk" else getattr(obj, name)
    return obj


def plan_of(obj: models.Model) -> object:
    """The key of the plan that a row belongs to; None for a row of no plan. Upper apps give rows a `plan`."""
    if hasattr(obj, "plan_id"):
        return obj.plan_id
    parent = (
        getattr(obj, "objective", None) or getattr(obj, "activity", None) or getattr(obj, "indicator", None)
    )
    return plan_of(parent) if parent else None


class InsideForm(forms.ModelForm):
    """Refuses a row that would tie two coalitions or two plans together, or move from one to the other.

    No constraint can say that (S-A5, model.md "Traps").
    """

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for where, message in (
            (coalition_of, _("This belongs to another coalition than the rest of the form.")),
            (plan_of, _("This belongs to another plan than the rest of the form.")),
        ):
            places = [(name, where(row)) for name, row in self._related(values) if where(row) is not None]
            home = (
                where(self.instance) if self.instance.pk else next((place for _name, place in places), None)
            )
            for name, place in places:
                if home is not None and place != home:
                    self.add_error(name, ValidationError(message, code="outside"))
        return values

    def _related(self, values: dict[str, Any]) -> list[tuple[str, models.Model]]:
        rows = [(name, value) for name, value in values.items() if isinstance(value, models.Model)]
        many = [
            (n, row) for n, value in values.items() if isinstance(value, models.QuerySet) for row in value
        ]
        return rows + many


class AuditedAdmin(admin.ModelAdmin):
    """Writes one audit entry per act, in the transaction that Django opens around it."""

    actions = None
    list_per_page = 100
    show_full_result_count = False

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> LogEntry | None:
        return self._record(request, obj, "added", {})

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> LogEntry | None:
        return self._record(request, obj, "changed", getattr(request, "_changes", {}))

    def _record(self, request: HttpRequest, obj: Any, act: str, change: dict) -> None:
        audit.record(
            coalition_of(obj), f"{obj._meta.model_name} {act}", actor=request.user, obj=obj, change=change
        )

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        request._changes = changes_of(form)
        return super().save_form(request, form, change)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change and hasattr(obj, "version"):
            obj.version += 1
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        # Django redirects with a message; a foreign row and an absent one are both a plain 404 here.
        raise Http404


def changes_of(form: Any) -> dict[str, list[str] | str]:
    """Each changed field of a bound form with its value before and after; personal ones only by name."""
    return {
        name: "*"
        if name in PERSONAL
        else [_plain(form.initial.get(name)), _plain(form.cleaned_data.get(name))]
        for name in form.changed_data
    }


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


class ScopedAdmin(AuditedAdmin):
    """Rows of coalitions: a secretariat sees and changes its own; a foreign row is a 404 (law 6)."""

    form = InsideForm

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
        return obj is None or self.get_queryset(request).filter(pk=obj.pk).exists()

    has_change_permission = has_view_permission

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("queryset", self._choices(db_field.remote_field.model, request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("queryset", self._choices(db_field.remote_field.model, request))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def _choices(self, model: type[models.Model], request: HttpRequest) -> models.QuerySet:
        """Only rows of the user's coalitions can be chosen: another's id is a field error (S-A5)."""
        mine = secretariat_of(request.user, timezone.localdate())
        if model is User:
            return User.objects.filter(pk__in=Seat.objects.filter(coalition__in=mine).values("user"))
        if not hasattr(model, "coalition_path"):
            return model._default_manager.none()
        return model._default_manager.filter(**{f"{model.coalition_path}__in": mine})


class RegisterAdmin(ScopedAdmin, SimpleHistoryAdmin):
    """A register with the history of each row."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        self._own_or_404(request, object_id)
        return super().history_view(request, object_id, extra_context)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        self._own_or_404(request, object_id)
        return super().history_form_view(request, object_id, version_id, extra_context)

    def _own_or_404(self, request: HttpRequest, object_id: str) -> None:
        # simple-history falls back to the last history row, which would show a foreign object to exist.
        if self.get_object(request, object_id) is None:
            raise Http404


class TranslatedAdmin(RegisterAdmin, TranslationAdmin):
    """A register with fields in both languages, side by side."""

    group_fieldsets = True


class Unchangeable:
    """Mixed into registers whose rows nobody adds or changes by hand."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
