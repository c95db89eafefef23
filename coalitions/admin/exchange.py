"""Every register as .xlsx or .csv: what the user may see of it, as the list was filtered, both languages (S-C5)."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.forms import RadioSelect
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.admin import ExportMixin
from import_export.fields import Field
from import_export.formats import base_formats
from import_export.forms import ExportForm
from import_export.resources import ModelResource
from modeltranslation.fields import TranslationField

from coalitions import sheets
from coalitions.admin.columns import Text, widget_of
from coalitions.admin.two_editors import MADE_FROM
from coalitions.versions import marks
from coalitions.wording import label_of

HIDDEN = {"password", "last_login", "secret_sha256", "signed_out_at", "file"}
"""What no table gives out: what opens something, and where a file lies."""


class Xlsx(base_formats.XLSX):
    """A workbook whose texts are texts."""

    def export_data(self, dataset: Any, **kwargs: Any) -> bytes:
        return sheets.to_xlsx(dataset.title or "Plenaria", [dataset.headers, *dataset])


class Csv(base_formats.CSV):
    """The same in one text."""

    def export_data(self, dataset: Any, **kwargs: Any) -> str:
        return sheets.to_csv([dataset.headers, *dataset])


def columns_of(model: type[models.Model]) -> list[Any]:
    """The fields of a register in their order: of a text in two languages only its two columns."""
    translated = {f.translated_field.name for f in model._meta.fields if isinstance(f, TranslationField)}
    plain = [f for f in model._meta.fields if f.name not in translated | HIDDEN]
    return [*plain, *model._meta.many_to_many]


class Extra(Field):
    """A column for what is no field of the row: the standing of a party, the target of an indicator."""

    def __init__(self, label: str, widget: Any, value_of: Callable[[Any], Any]) -> None:
        super().__init__(None, label, widget)
        self.value_of = value_of

    def get_value(self, instance: Any) -> Any:
        return self.value_of(instance) if instance.pk else None


class Rows(ModelResource):
    """The rows of a register as a table: its fields under their names, rows elsewhere by number and by name."""

    def __init__(self, register: Any, **kwargs: Any) -> None:
        self.register, self.model = register, register.model
        super().__init__(**kwargs)
        model = self.model
        self.fields = {field.name: self._column(field) for field in columns_of(model)}
        self.fields |= register.extra_columns()
        for field in model._meta.fields:
            if isinstance(field, models.ForeignKey) and field.name in self.fields:
                label = _("%(field)s (name)") % {"field": label_of(field)}
                self.fields[f"{field.name}__name"] = Field(field.name, label, Text(), readonly=True)
        self.fields[MADE_FROM] = Field(None, MADE_FROM, Text(), readonly=True)

    def _column(self, field: Any) -> Field:
        return Field(field.name, label_of(field) if field.name != "id" else "id", widget_of(field))

    def get_export_order(self) -> list[str]:
        return list(self.fields)

    def before_export(self, queryset: Any, **kwargs: Any) -> None:
        self.marks = marks(self.model, list(queryset))

    def dehydrate_made_from(self, row: Any) -> str:
        return self.marks[row.pk]


class KindForm(ExportForm):
    """Which kind of file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["format"]
        field.label, field.widget = gettext_lazy("Kind of file"), RadioSelect()
        field.choices, field.initial = (
            [("0", _("Excel workbook (.xlsx)")), ("1", _("Text in columns (.csv)"))],
            "0",
        )


class Exporting(ExportMixin):
    """The export of a register: one page that asks for the kind of file."""

    import_export_change_list_template = "admin/register_list.html"
    export_template_name = "admin/export.html"
    export_form_class = KindForm
    formats = [Xlsx, Csv]
    exported_with: list[str] = []

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_export_resource_classes(self, request: HttpRequest) -> list[Any]:
        return [Rows]

    def get_export_resource_kwargs(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {"register": self}

    def extra_columns(self) -> dict[str, Extra]:
        """Columns for what is no field of the row, by name."""
        return {}

    def get_export_queryset(self, request: HttpRequest) -> Any:
        keys = [field.name for field in self.opts.fields if isinstance(field, models.ForeignKey)]
        rows = super().get_export_queryset(request).select_related(None).select_related(*keys)
        return rows.prefetch_related(*self.exported_with, *(field.name for field in self.opts.many_to_many))

    def get_export_data(self, file_format: Any, request: HttpRequest, queryset: Any, **kwargs: Any) -> Any:
        native = isinstance(file_format, Xlsx)
        data = self.get_data_for_export(request, queryset, force_native_type=native, **kwargs)
        data.title = str(self.opts.verbose_name_plural)
        return file_format.export_data(data)
