"""A new plan as a form: its dates, or the term as its document says it (P2, P4, P6)."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from coalitions.forms.levels import LevelNames
from coalitions.forms.members import day_field
from coalitions.models import Coalition
from plans.making import NewPlan
from plans.models.plan import Unit
from plans.schedule import envelope, read_period

PROPOSED = [{"es": "Línea estratégica", "en": "Strategic line"}, {"es": "Actividad", "en": "Activity"}]
"""Where the coalition has not said how it calls its levels."""
WITHIN = timedelta(days=20 * 366)
"""How far from today the years of a term may lie."""


class NewPlanForm(LevelNames):
    """What a plan needs to begin; everything can be changed later, but for its short address."""

    title_es = forms.CharField(label=_("Title in Spanish"), required=False, max_length=500)
    title_en = forms.CharField(
        label=_("Title in English"), required=False, max_length=500, help_text=_("One of the two is enough.")
    )
    term_printed = forms.CharField(
        label=_("Term as the document says it"),
        required=False,
        max_length=500,
        help_text=_("For example “2026-2027” or “October 2026 to September 2027”. Or give the days below."),
    )
    start = day_field(_("Start"), required=False)
    end = day_field(_("End"), required=False)
    unit = forms.ChoiceField(
        label=_("Unit of its calendar"),
        choices=Unit.choices,
        initial=Unit.QUARTER,
        help_text=_("How finely its activities are scheduled and reported on."),
    )
    language = forms.ChoiceField(label=_("Language of the plan"), choices=settings.LANGUAGES)
    slug = forms.SlugField(
        label=_("Short address"),
        required=False,
        max_length=80,
        help_text=_("Part of the addresses of its pages, and never changed. Empty: it is made of the title."),
    )
    field_order = [
        "title_es", "title_en", "term_printed", "start", "end", "levels_es", "levels_en", "unit", "language", "slug",
    ]  # fmt: skip

    def __init__(self, *args: Any, coalition: Coalition, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.propose(coalition.level_names or PROPOSED)
        self.fields["levels_es"].label, self.fields["levels_en"].label = (
            _("Levels in Spanish"),
            _("Levels in English"),
        )
        self.fields["levels_en"].help_text = _(
            "From the outermost to the activity, with > between them; two to four, the same number in both languages."
        )

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if not values.get("title_es") and not values.get("title_en"):
            self.add_error("title_es", _("Please give the title in at least one language."))
        if not values.get("levels_es") and not values.get("levels_en"):
            self.add_error("levels_es", _("Please name two to four levels, with > between them."))
        if not {"start", "end"} & self.errors.keys():
            self._settle_days(values)
        return values

    def _settle_days(self, values: dict[str, Any]) -> None:
        """The days as typed; where there are none, those that the term says."""
        start, end = values.get("start"), values.get("end")
        if not start and not end and values.get("term_printed"):
            days = self._read(values["term_printed"])
            if days:
                values["start"], values["end"] = days
        elif not start or not end:
            self.add_error(
                "end" if start else "start", _("Please give the start and the end, or the term in words.")
            )
        elif start > end:
            self.add_error("end", _("The plan would end before it starts."))

    def _read(self, text: str) -> tuple[date, date] | None:
        window = (self.today - WITHIN, self.today + WITHIN)
        found = read_period(text, *window, on=self.today)
        days = envelope(found.spans) if found.understood and not found.alternatives else None
        if days and window[0] < days[0] and days[1] < window[1]:
            return days
        message = str(_("This term could not be read for certain. Please give the start and the end."))
        likely = envelope(found.alternatives[0]) if found.alternatives else days
        if likely and window[0] < likely[0] and likely[1] < window[1]:
            words = {"start": date_format(likely[0]), "end": date_format(likely[1])}
            message = str(_("This may mean %(start)s to %(end)s. Please give the start and the end.")) % words
        self.add_error("term_printed", message)
        return None

    def new_plan(self) -> NewPlan:
        """What was typed, for the verb."""
        names = ("title_es", "title_en", "start", "end", "unit", "language", "term_printed", "slug")
        fields = {name: self.cleaned_data[name] for name in names}
        return NewPlan(levels=tuple(self.level_names()), **fields)
