"""The narrative of a plan in templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from coalitions.languages import Text
from plans.markup import render

register = template.Library()


@register.filter
def narrative(text: Text | str, prefix: str = "") -> SafeString:
    """A text of the narrative as HTML; `plans.markup` lets nothing through but its own few tags."""
    return mark_safe(render(str(text), prefix))  # noqa: S308 - cleaned by nh3
