"""The result of an activity: its own, shared with others of its objective, or separated from them (P10)."""

from collections.abc import Mapping
from dataclasses import dataclass

from coalitions.languages import store, stored
from plans.models import Activity, Result

OWN = "own"


@dataclass(frozen=True)
class ResultChoice:
    """`of` is "own", or the key of a result of the same objective; the texts are by language, one item a line."""

    of: str
    texts: Mapping[str, str]


def apply(activity: Activity, choice: ResultChoice) -> tuple[bool, list[Activity]]:
    """Give the activity its result; returns whether a text changed, and the other activities that show it.

    "own" on a shared result separates. Raises DoesNotExist for a result of another objective. The activity is not
    saved; what it pointed at before is dropped by `drop_if_orphaned` once it is.
    """
    now = activity.result
    if choice.of != OWN and (now is None or choice.of != str(now.pk)):
        activity.result = _of_objective(activity, choice.of)
        return False, []
    others = sharing(now, activity) if now else []
    if now is None or (choice.of == OWN and others):
        activity.result = _made(activity, choice.texts)
        return False, []
    return _changed(activity, now, choice.texts, others)


def sharing(result: Result, activity: Activity) -> list[Activity]:
    """The other activities that point at the result."""
    return list(result.activities.exclude(pk=activity.pk).order_by("pk"))


def drop_if_orphaned(result: Result | None) -> None:
    """Remove a result that no activity shows any more: nobody would see it again."""
    if result is not None and not result.activities.exists():
        result.delete()


def _of_objective(activity: Activity, key: str) -> Result | None:
    if not key:
        return None
    return Result.objects.get(pk=int(key), objective=activity.objective_id)


def _made(activity: Activity, texts: Mapping[str, str]) -> Result | None:
    if not any(text.strip() for text in texts.values()):
        return None
    last = Result.objects.filter(objective=activity.objective_id).order_by("-position").first()
    result = Result(objective_id=activity.objective_id, position=last.position + 1 if last else 1)
    store(result, "text", texts)
    result.save()
    return result


def _changed(
    activity: Activity, result: Result, texts: Mapping[str, str], others: list[Activity]
) -> tuple[bool, list[Activity]]:
    if {code: stored(result, "text", code) for code in texts} == dict(texts):
        return False, []
    if not others and not any(text.strip() for text in texts.values()):
        activity.result = None
        return False, []
    store(result, "text", texts)
    result.save()
    return True, others
