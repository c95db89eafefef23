"""What an import may find, in words: one sentence for each kind of problem (law 2, E17)."""

from django.utils.translation import gettext_lazy as _

from plans.importing.grids import Problem

# By the kind of a problem; named places in a sentence are filled from its `value`, `proposal` and `data`.
SENTENCES = {
    "hidden_sheet": _("This sheet is hidden: it was not read."),
}


def reason(problem: Problem) -> str:
    """Why somebody should look, as a sentence in the reader's language."""
    filling = {"value": problem.value, "proposal": problem.proposal, **problem.data}
    return str(SENTENCES[problem.kind]) % filling
