"""Which fields exist in both languages, and which models keep their history."""

from modeltranslation.translator import TranslationOptions, translator

from coalitions import history
from plans import models

TRANSLATED = {
    models.Plan: ("title", "purpose", "subject", "addressees", "origin"),
    models.Period: ("name",),
    models.Level: ("name",),
    models.Section: ("title", "text"),
    models.PlanLink: ("text",),
    models.Objective: ("title", "statement"),
    models.Result: ("text",),
    models.Activity: ("title", "resources", "observations"),
    models.Indicator: ("name", "unit"),
    models.Target: ("text",),
    models.Responsibility: ("duty",),
    models.Note: ("found", "reading"),
    models.Round: ("message",),
    models.ProgressReport: ("done", "difficulties", "next_steps", "review_note"),
    models.Acceptance: ("done", "difficulties", "next_steps"),
    models.Measurement: ("text",),
    models.Initiative: ("title", "review_note"),
}

for model, names in TRANSLATED.items():
    translator.register(model, type("Options", (TranslationOptions,), {"fields": names}))

history.keep(
    models.Plan,
    models.Period,
    models.Level,
    models.Section,
    models.PlanLink,
    models.Objective,
    models.Result,
    models.Activity,
    models.Indicator,
    models.Target,
    models.Responsibility,
    models.Share,
    models.Note,
    models.Round,
    models.ProgressReport,
    models.Acceptance,
    models.Settlement,
    models.Measurement,
    models.Initiative,
    models.Removal,
    models.Import,
)
