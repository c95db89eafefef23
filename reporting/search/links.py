"""Where what was found is shown: the page, and the place on it."""

from typing import Any

from django.db.models import Count, F, Model, OuterRef, Q, Subquery
from django.urls import reverse

from coalitions.models import Coalition, Decision, Document, Meeting, Party
from plans.models import Activity, Indicator, Initiative, Note, Objective, Plan, Section
from reporting.search.kinds import Found

# The anchors of a line's page: a letter, and the number of the row in the order in which the plan is read; then where
# the row says its objective.
LETTERS: dict[type[Model], tuple[str, tuple[str, ...], str]] = {
    Objective: ("o", ("position", "pk"), "pk"),
    Activity: ("a", ("objective__position", "position", "pk"), "objective"),
    Indicator: ("i", ("position", "pk"), "objective"),
}


class Places:
    """The addresses of what one page of results shows; four queries."""

    def __init__(
        self, found: list[Found], plans: list[Plan], coalitions: dict[int, Coalition], own: set[int] | None
    ) -> None:
        self.plans, self.coalitions, self.own = {row.pk: row for row in plans}, coalitions, own
        self.anchors = {
            model: _anchors(model, [one.row.of_anchor for one in found if _at(one) is model])
            for model in LETTERS
        }
        self.parents = dict(Objective.objects.filter(plan__in=self.plans).values_list("pk", "parent"))

    def url(self, one: Found) -> str:
        """The address, or "" where no page shows the row."""
        row = one.row
        if isinstance(row, Party):
            return reverse("party", args=[self.coalitions[one.coalition].slug, row.pk])
        if isinstance(row, Document):
            return row.url or reverse("document", args=[row.pk])
        if isinstance(row, Initiative):
            return reverse("initiative", args=[self.coalitions[one.coalition].slug, row.pk])
        if isinstance(row, Meeting | Decision):
            return self._report_of(one)
        plan = self.plans.get(one.plan or 0)
        if plan is None:
            return ""
        if isinstance(row, Section):
            return reverse("report", args=[plan.slug])
        model = _at(one)
        if model is None:
            return reverse("plan", args=[plan.slug]) + ("#notes" if isinstance(row, Note) else "")
        anchor, objective = self.anchors[model][row.of_anchor]
        while above := self.parents[objective]:
            objective = above
        return f"{reverse('line', args=[plan.slug, objective])}#{anchor}"

    def _report_of(self, one: Found) -> str:
        """The report of the newest plan in whose term a meeting or a decision falls."""
        day = one.row.starts_at.date() if isinstance(one.row, Meeting) else one.row.decided_on
        for plan in self.plans.values():
            if day and plan.coalition_id == one.coalition and plan.start <= day <= plan.end:
                return reverse("report", args=[plan.slug]) + "#functioning"
        return ""


def _at(one: Found) -> type[Model] | None:
    return one.kind.anchor[0] if one.kind.anchor else None


def _anchors(model: Any, rows: list[int]) -> dict[int, tuple[str, int]]:
    """The anchor of each row, numbered in its plan by the keys of its order, and the objective that it stands in."""
    letter, keys, objective = LETTERS[model]
    before, same = Q(), Q()
    for key in keys:
        before |= same & Q(**{f"{key}__lt": OuterRef(key)})
        same &= Q(**{key: OuterRef(key)})
    earlier = model.objects.filter(before, plan=OuterRef("plan")).order_by().values("plan")
    numbered = model.objects.filter(pk__in=rows).annotate(
        number=Subquery(earlier.annotate(n=Count("pk")).values("n")), place=F(objective)
    )
    rows_at = numbered.values_list("pk", "number", "place")
    return {pk: (f"{letter}{(number or 0) + 1}", place) for pk, number, place in rows_at}
