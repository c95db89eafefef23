"""Pages of a plan that only its Secretariat opens: warnings, header, narrative, words, calendar, languages."""

from tests.access.routes import STAFF_OF_A, OwnAct, OwnRoute, own


def of_plan(page):
    """The address of a page of coalition A's plan."""
    return lambda a: f"/plans/{a.plan.slug}/{page.format(a=a)}"


def page(address, post=200):
    return OwnRoute(STAFF_OF_A, post=post, path=of_plan(address))


def act(address, post=200):
    return OwnAct(of_plan(address), post=post)


# An empty form is shown again (200), is done where it needs nothing (302), or saw another version (409).
HEADER = {
    "new_plan": OwnRoute(STAFF_OF_A, post=200, path=own("plans/new/")),
    "warnings": page("warnings/"),
    "reopen_warning": act("warnings/reopen/", 302),
    "header": page("header/"),
    "give_role": act("header/roles/"),
    "take_role": act("header/roles/{a.responsibility.pk}/take/", 302),
    "narrative": page("narrative/", post=None),
    "new_section": page("narrative/new/"),
    "section": page("narrative/{a.section.pk}/"),
    "move_section": act("narrative/{a.section.pk}/move/", 302),
    "remove_section": act("narrative/{a.section.pk}/remove/", 409),
    "add_link": act("narrative/links/"),
    "remove_link": act("narrative/links/{a.planlink.pk}/remove/", 302),
    "vocabulary": page("vocabulary/"),
    "add_level": act("vocabulary/levels/"),
    "remove_level": act("vocabulary/levels/{a.level.pk}/remove/"),
    "columns": act("vocabulary/columns/", 409),
    "calendar": page("calendar/", post=None),
    "make_periods": act("calendar/make/", 409),
    "change_unit": act("calendar/unit/"),
    "add_period": act("calendar/add/"),
    "rename_period": act("calendar/{a.period.pk}/rename/", 409),
    "remove_period": act("calendar/{a.period.pk}/remove/"),
    "languages": page("languages/", post=404),
}
