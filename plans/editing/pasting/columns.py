"""Which column of a pasted table holds what: by the words of its head, else by the plan's own order (E5, E11)."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from coalitions.models.party import fold
from plans.models import Plan

SKIP = ""
FIELDS = {
    "code": _("Number"),
    "title": _("Activity"),
    "result": _("Result"),
    "indicator": _("Indicator"),
    "target": _("Target"),
    "milestones": _("Milestones"),
    "period": _("Period"),
    "responsible": _("Responsible"),
    "resources": _("Resources"),
    "observations": _("Observations"),
    SKIP: _("not taken over"),
}
HEADS = {
    "code": "n no num numero codigo number code|n o",
    "title": "actividad actividades activity activities accion action titulo title",
    "result": "resultado resultados result results producto productos output outputs|resultado esperado",
    "indicator": "indicador indicadores indicator indicators|indicador de resultado|result indicator",
    "target": "meta metas target targets",
    "milestones": "hito hitos milestone milestones",
    "period": "periodo plazo fecha fechas cronograma period dates timing when|periodo de implementacion|periodo tiempo",
    "responsible": "responsable responsables responsible lider lead quien who|posibles responsables y socios",
    "resources": "recursos resources|recursos requeridos|required resources",
    "observations": "observaciones observations remarks notas notes comentarios comments",
}
# What the importer calls the fields of a printed table, and what they are called here.
PRINTED = {
    "activity": "title", "expected_result": "result", "indicator": "indicator", "indicators": "indicator",
    "period": "period", "responsible": "responsible", "resources": "resources", "milestones": "milestones",
    "observations": "observations",
}  # fmt: skip
USUAL = ("title", "result", "indicator", "period", "responsible")


def words() -> dict[str, str]:
    """The field of each word that a head of a column may consist of."""
    found: dict[str, str] = {}
    for field, text in HEADS.items():
        single, *phrases = text.split("|")
        found |= dict.fromkeys([*single.split(), *phrases], field)
    return found


def own_order(plan: Plan) -> list[str]:
    """The columns of the plan's printed table, in its order; the usual ones where it has none."""
    known = [PRINTED[field] for field in plan.layout.values() if field in PRINTED]
    return list(dict.fromkeys(known)) if "title" in known else list(USUAL)


def by_head(plan: Plan, cells: Sequence[str]) -> list[str] | None:
    """The field of each column where the cells are a head, else None: two words of it are known, or its only one is."""
    own = {fold(head): PRINTED.get(field, SKIP) for head, field in plan.layout.items()}
    known = words() | own
    fields = [known.get(fold(cell)) for cell in cells]
    filled = [cell for cell in cells if cell.strip()]
    recognised = [field for field in fields if field is not None]
    if not recognised or (len(recognised) < 2 and len(filled) > 1) or "title" not in recognised:
        return None
    return [field or SKIP if fields.index(field) == place else SKIP for place, field in enumerate(fields)]


def by_order(plan: Plan, width: int, *, codes_first: bool) -> list[str]:
    """The fields of columns without a head, in the plan's order; those beyond it are not taken over."""
    order = [*(["code"] if codes_first else []), *own_order(plan)]
    return [*order, *[SKIP] * width][:width]
