"""Which fields exist in both languages, and which models keep their history."""

from modeltranslation.translator import TranslationOptions, translator

from coalitions import history, models

TRANSLATED = {
    models.Coalition: ("name", "about"),
    models.Party: ("name",),
    models.Document: ("title", "summary"),
    models.Meeting: ("title", "agenda"),
    models.Decision: ("motion",),
}

for model, names in TRANSLATED.items():
    translator.register(model, type("Options", (TranslationOptions,), {"fields": names}))

# An alias is derived from documents and the audit log is its own history.
history.keep(
    models.User,
    models.Seat,
    models.Invitation,
    models.Coalition,
    models.Party,
    models.Membership,
    models.Term,
    models.Document,
    models.Meeting,
    models.Attendance,
    models.Decision,
)
