"""The pages of a plan that everybody with a seat reads: its lines and its timeline."""

from tests.access.routes import MEMBERS_OF_A, Route

TIMELINE = {
    "timeline": Route(MEMBERS_OF_A, others=404, path=lambda a: f"/plans/{a.plan.slug}/timeline/"),
    "line": Route(MEMBERS_OF_A, others=404, path=lambda a: f"/plans/{a.plan.slug}/lines/{a.objective.pk}/"),
}
