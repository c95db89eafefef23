"""A new plan of a coalition (P2, P4, P6)."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from coalitions.workspace.frame import SignedIn, frame, get_own_coalition
from plans.forms.making import NewPlanForm
from plans.making import make_plan
from plans.models import Plan
from plans.workspace.saving import attempt


@require_http_methods(["GET", "HEAD", "POST"])
def new_plan(request: SignedIn, slug: str) -> HttpResponse:
    """Header, levels and calendar in one act; the matrix comes next."""
    coalition = get_own_coalition(request, slug)
    form = NewPlanForm(
        request.POST or None,
        coalition=coalition,
        today=timezone.localdate(),
        initial={"language": get_language()},
    )
    made: list[Plan] = []
    if request.method == "POST" and attempt(
        request, form, lambda: made.append(make_plan(coalition, form.new_plan(), by=request.user))
    ):
        # A second post of the same form made nothing: home shows the plan that the first one made.
        return (
            HttpResponseRedirect(f"{reverse('plan', args=[made[0].slug])}matrix/")
            if made
            else redirect("home")
        )
    return render(request, "plans/new.html", frame(request, coalition) | {"form": form})
