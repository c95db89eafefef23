"""Whether whoever wrote a report may also accept it: the coalition's rule of two people. Pure."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from coalitions.models import Coalition

Rule = Coalition.FourEyes


@dataclass(frozen=True)
class Verdict:
    """`refusal` says why not, "" where it is allowed; `alone`: allowed with a reason, and the act carries the mark."""

    refusal: str = ""
    alone: bool = False


def verdict(rule: str, *, wrote: bool, second: bool) -> Verdict:
    """Two people are the rule. `wrote`: this person wrote the report, for her party or on its behalf; `second`:
    somebody else of the Secretariat could review it.
    """
    if not wrote:
        return Verdict()
    if rule == Rule.NEVER or (rule == Rule.WHERE_POSSIBLE and not second):
        return Verdict(alone=True)
    if second:
        return Verdict(_("You wrote this report. Please let somebody else of the Secretariat review it."))
    return Verdict(
        _(
            "You wrote this report, and this coalition asks for two people. Invite a second person to the"
            " Secretariat, or change the rule in the settings."
        )
    )
