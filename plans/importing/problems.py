"""What an import may find, in words: one sentence for each kind of problem (law 2, E17)."""

import re

from django.utils.translation import gettext_lazy as _

from plans.importing.grids import Problem

# By the kind of a problem; named places in a sentence are filled from its `value`, `proposal` and `data`.
SENTENCES = {
    "hidden_sheet": _("This sheet is hidden: it was not read."),
    # How the file is kept.
    "hidden_row": _(
        "This row is hidden in the file. It was read like the others; please look whether it belongs to the plan."
    ),
    "hidden_column": _("This column is hidden in the file. It was read like the others."),
    "filter_on": _("A filter is on, so some rows cannot be seen. They were read all the same."),
    "struck_out": _("This text is struck out. It was read; please look whether it still holds."),
    "struck_in_part": _("A part of this text is struck out, and that part was not read: “%(value)s”."),
    "automatic_numbers": _(
        "Word numbers this column by itself; the numbers are not in the file's text. Please type them, or add "
        "the codes later."
    ),
    "comment_on_cell": _("Somebody left a comment on this cell: “%(value)s”. It is not part of the plan."),
    "formula_without_value": _(
        "This formula has no value. Please open the file in your spreadsheet, save it and bring it in again."
    ),
    "error_cell": _("This cell holds an error of the spreadsheet: %(value)s."),
    "number_out_of_range": _("“%(value)s” is no number that can be kept."),
    "date_unlikely": _("The day %(value)s is most likely a number shown as a date. Please look at the cell."),
    "cell_too_long": _(
        "This cell has %(number)d characters, which is more than a text may have. It was not read."
    ),
    "unreadable_signs": _(
        "This text holds signs that no one can read or that turn a line around. They were taken out."
    ),
    "fills_not_read": _("This sheet is very long: its colours and number formats were not read."),
    "tracked_deletion": _("Text whose deletion is tracked was not read: “%(value)s”."),
    "text_box": _("A text box was not read: “%(value)s”."),
    "page_head": _("The head or foot of the pages was not read: “%(value)s”."),
    "footnote": _("A footnote was not read: “%(value)s”."),
    # Tables and rows.
    "columns_guessed": _(
        "This table has no heads. What its columns hold was told from their cells: %(proposal)s."
    ),
    "column_not_known": _("Nothing tells what the column “%(value)s” holds. Its cells were not used."),
    "head_twice": _("The head “%(value)s” stands twice: what the columns hold was put together."),
    "row_without_activity": _(
        "This row has no activity of its own. It was read as a further line of “%(proposal)s”."
    ),
    "text_cut_by_a_page": _("A text goes on here from the page before. It was joined: “%(proposal)s”."),
    "text_over_two_rows": _("A text goes on here from the row above. It was joined to “%(proposal)s”."),
    "column_read_as_level": _("The column “%(value)s” was read as a level above the activities."),
    "indicator_without_a_name": _("“%(value)s” is a target without an indicator: somebody must name it."),
    "read_from_sentence": _(
        "An activity was read from one sentence; who does it and when follow from where they stand."
    ),
    "table_not_read": _("No heads were recognised in this table (“%(value)s”). Its cells were not used."),
    "table_turned": _(
        "The heads of this table stand in its first column: each further column was read as a row."
    ),
    "term_of_two_years": _("“%(value)s” may be two calendar years or one financial year."),
    "share_may_be_counted": _("These figures may be counted in “%(value)s” and be no percentages."),
    "sheet_read_as_objective": _("No heading stands in this sheet: its name was read as the objective."),
    "timetable_row_unmatched": _("This row of the calendar is none of the activities."),
    "timetable_title_differs": _(
        "The calendar words this activity differently: “%(value)s”; the table has “%(proposal)s”."
    ),
    "timetable_quantity_differs": _(
        "The calendar says “%(value)s”, the table “%(proposal)s”: the quantities contradict each other."
    ),
    "calendar_differs": _(
        "What is marked in the calendar (%(value)s) is not the period that is written (%(proposal)s)."
    ),
    "stray_mark": _(
        "The mark “%(value)s” under %(proposal)s is unlike the other marks. It was not read as part of the period."
    ),
    # Codes and objectives.
    "code_missing": _("This activity has no number, others have."),
    "code_twice": _(
        "The number %(value)s stands twice, here and at %(proposal)s. Both were kept as they are."
    ),
    "code_as_number": _("The workbook holds %(value)s as a number. It may be %(proposal)s."),
    "code_not_under_parent": _(
        "The number %(value)s does not go on from %(parent)s. It may be %(proposal)s."
    ),
    "heading_missing": _("%(value)s stands under %(parent)s: the heading %(proposal)s may be missing."),
    "list_differs": _("The list of objectives says “%(value)s”, the heading “%(proposal)s”. Both were kept."),
    "stray_fragment": _("“%(value)s” looks like a fragment of another text. It was kept."),
    # Periods and shares.
    "period_not_understood": _(
        "The period “%(value)s” was not understood. It is kept as written, without dates."
    ),
    "period_ambiguous": _("The period “%(value)s” can be read in other ways: %(proposal)s."),
    "outside_plan": _("The period “%(value)s” lies outside the plan."),
    "starts_before_plan": _("The period “%(value)s” begins before the plan does."),
    "starts_before_its_date": _(
        "The period “%(value)s” begins before the day of the document (%(proposal)s)."
    ),
    "ends_before_it_starts": _(
        "The last day comes before the first: “%(value)s”. The activity has no dates."
    ),
    "one_day_only": _("Only one of first and last day could be read: “%(value)s”."),
    "year_missing_in_head": _("The columns “%(value)s” have no year. Proposed: %(proposal)s."),
    "year_stale": _("“%(value)s” lies outside the plan. Proposed: %(proposal)s."),
    "share_not_a_number": _("“%(value)s” is no percentage. The cell stays empty."),
    "percent_or_fraction": _("“%(value)s” may be a percentage or a part of one: %(proposal)s."),
    "shares_sum": _("The programmed percentages of “%(proposal)s” sum to %(value)s. They were kept."),
    "executed_mostly_blank": _("Few executed percentages are filled in: %(value)s. A blank is not zero."),
    # Indicators and targets.
    "no_indicators": _("The plan has no indicators."),
    "no_targets": _("Few indicators have a target that can be measured: %(value)s."),
    "target_not_understood": _(
        "The target “%(value)s” was not understood as a figure. It is kept as a text. It may be: %(proposal)s."
    ),
    "several_targets": _("There are several targets in “%(value)s”. The first was taken."),
    "targets_unpaired": _("It is not clear which of “%(proposal)s” the target “%(value)s” belongs to."),
    "baseline_not_understood": _("The baseline “%(value)s” was not understood as a figure."),
    "one_value_each": _(
        "“%(value)s” counts one value for each (%(proposal)s): it may have to be told apart."
    ),
    "bare_number": _("“%(value)s” is a number alone; other targets say “at least”."),
    "target_in_money": _("“%(value)s” is an amount or a number for each; the indicator is “%(proposal)s”."),
    "yearly_target_in_one_year": _(
        "“%(value)s” is a target for each year, and the period is “%(proposal)s” alone."
    ),
    "indicator_repeated": _("“%(value)s” stands under %(proposal)s: its values may be counted twice."),
    "names_another_objective": _("“%(value)s” names “%(proposal)s”, which is another part of the plan."),
    "status_not_understood": _("“%(value)s” is no status that is known."),
    # Who answers.
    "roles_unclear": _(
        "The head “%(value)s” does not tell who is responsible from who helps. The roles were read into it."
    ),
    "outside_party_responsible": _(
        "“%(value)s” is outside the coalition and stands first: it was read as responsible."
    ),
    "one_party_or_two": _("“%(value)s” may be one party or two."),
    "parties_uncertain": _(
        "It is not sure where one party of “%(value)s” ends and the next begins. Read as: %(proposal)s."
    ),
    "read_as_same_party": _("“%(value)s” was read as the same party as “%(proposal)s”."),
    "lead_missing": _("No lead is named for %(value)s. That of the plan was not taken over."),
    # The plan as a whole.
    "title_missing": _("No title of the plan was found."),
    "titles_differ": _("The document gives the plan different years: %(proposal)s."),
    "term_length": _("“%(value)s” is %(days)d days from the first to the last."),
    "term_missing": _("The dates of the plan were not found. Please give its first and last day."),
    "term_from_periods": _("The dates of the plan were taken from the years that it names: %(proposal)s."),
    "plan_is_a_draft": _("The document calls itself a draft: “%(value)s”."),
    "fact_blank": _("A line of the cover is blank (%(value)s)."),
    "several_plans": _(
        "The file names another plan, “%(value)s”, beside “%(proposal)s”: all was read as one."
    ),
    "numbers_in_calendar": _(
        "The calendar holds numbers. They were read as marks; what they count is not kept."
    ),
    # A status report.
    "status_not_told": _("The annex does not tell which activities are under way and which not begun."),
    "carry_over_not_linked": _("The annex does not say by what the next plan continues each activity."),
    "text_and_table_differ": _("The text counts %(value)s, the table %(proposal)s. Both were kept."),
    "percent_does_not_fit": _("The text says %(value)s, its own counts make %(proposal)s."),
    "annex_and_table_differ": _(
        "The annex lists %(value)s unfinished activities, the table counts %(proposal)s."
    ),
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
    "party_added": _("“%(value)s” is no party of the coalition yet. It is made with the plan."),
    "party_too_long": _("“%(value)s” is too long for the name of a party. It is kept as printed."),
}
# The same where there is no proposal to name.
WITHOUT_PROPOSAL = {
    "row_without_activity": _(
        "This row has no activity of its own, and none stands above it. It was not used."
    ),
    "code_as_number": _("The workbook holds %(value)s as a number."),
    "code_not_under_parent": _("The number %(value)s does not go on from %(parent)s."),
    "period_ambiguous": _("The period “%(value)s” can be read in other ways."),
    "year_missing_in_head": _("The columns “%(value)s” have no year."),
    "year_stale": _("“%(value)s” lies outside the plan."),
    "target_not_understood": _(
        "The target “%(value)s” was not understood as a figure. It is kept as a text."
    ),
    "parties_uncertain": _("It is not sure where one party of “%(value)s” ends and the next begins."),
}
# Kinds that a stated rule settles: nobody has to do anything, and the reading can be looked up.
SETTLED = {
    "other_language", "signs_removed", "text_too_long", "text_cut_by_a_page", "text_over_two_rows", "fills_not_read",
    "unreadable_signs", "page_head",
}  # fmt: skip

# Why a cell was not used, by the word that the reading says it with.
NOT_USED = {
    "calendar": _("calendar"),
    "column not known": _("column not known"),
    "hidden sheet": _("hidden sheet"),
    "label not known": _("label not known"),
    "list of objectives": _("list of objectives"),
    "not recognised": _("not recognised"),
    "note": _("note"),
    "row without an activity": _("row without an activity"),
    "share without a period": _("percentage without a period"),
    "text": _("text"),
    "total": _("total"),
}
# As `Grid.place` and `Paragraph.place` write the places of a document.
PLACE = re.compile(
    r"(?P<table>table (?P<number>\d+))(?P<cell>, row (?P<row>\d+), column (?P<column>\d+))?"
    r"|paragraph (?P<paragraph>\d+)"
)


def reason(problem: Problem) -> str:
    """Why somebody should look, as a sentence in the reader's language."""
    filling = {"value": problem.value, "proposal": shown_place(problem.proposal), **problem.data}
    bare = None if problem.proposal else WITHOUT_PROPOSAL.get(problem.kind)
    return str(bare or SENTENCES[problem.kind]) % filling


def shown_place(place: str) -> str:
    """A place of a document in the reader's language; one of a workbook ("Anexo 1!B7") and any other text as it is."""
    if not (found := PLACE.fullmatch(place)):
        return place
    if found["paragraph"]:
        return str(_("paragraph %(paragraph)s") % found.groupdict())
    if found["cell"]:
        return str(_("table %(number)s, row %(row)s, column %(column)s") % found.groupdict())
    return str(_("table %(number)s") % found.groupdict())


def why_not_used(why: str) -> str:
    """Why a cell was not used, in the reader's language."""
    return str(NOT_USED.get(why, why))
