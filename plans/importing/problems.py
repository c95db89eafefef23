"""What an import may find, in words: one sentence for each kind of problem (law 2, E17)."""

from django.utils.translation import gettext_lazy as _

from plans.importing.grids import Problem

# By the kind of a problem; named places in a sentence are filled from its `value`, `proposal` and `data`.
SENTENCES = {
    "hidden_sheet": _("This sheet is hidden: it was not read."),
    # What a record needs to become rows (plans.importing.fitting).
    "no_title": _("The file does not say what the plan is called: it is called like the file."),
    "other_language": _("A plan is kept in Spanish or English: its texts stand in the Spanish column."),
    "signs_removed": _("The file held signs that no text can hold. They were taken out."),
    "text_too_long": _("There is room for %(most)d signs here. The whole text is kept with the row."),
    "date_impossible": _("“%(value)s” is no day of the calendar. The day stays empty."),
    "period_backwards": _("The period “%(value)s” has no beginning or ends before it. Its days stay empty."),
    "number_too_large": _("“%(value)s” is too large to count with. The target is kept as a text."),
    "percent_impossible": _("“%(value)s” cannot be a percentage here. The cell stays empty."),
    "share_without_period": _("It is not said of which period “%(value)s” is. The cell stays empty."),
    "share_twice": _("This period has a percentage already. “%(value)s” was left out."),
    "status_unknown": _("“%(value)s” is none of the known statuses. It is kept with the row."),
    "party_unknown": _("“%(value)s” is no party of the coalition yet. It is kept as printed."),
    "party_too_long": _("“%(value)s” is too long for the name of a party. It is kept as printed."),
}
# Kinds that a stated rule settles: nobody has to do anything, and the reading can be looked up.
SETTLED = {"other_language", "signs_removed", "text_too_long"}


def reason(problem: Problem) -> str:
    """Why somebody should look, as a sentence in the reader's language."""
    filling = {"value": problem.value, "proposal": problem.proposal, **problem.data}
    return str(SENTENCES[problem.kind]) % filling
