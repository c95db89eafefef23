"""Texts outside the rows of a table: headings, facts of the plan, outlines, prose (P2-P7, P26, P28). Pure."""

import re
from collections.abc import Sequence

from plans.importing.grids import Paragraph
from plans.importing.recognise.codes import depth, heading_of, split_code, split_unknown
from plans.importing.recognise.draft import Activity, Found
from plans.importing.recognise.tree import Builder, Pending
from plans.importing.recognise.words import (
    CONTAINERS,
    DRAFT_WORDS,
    PLAN_WORDS,
    fact_of,
    field_of,
    fold,
    level_of,
)
from plans.importing.recognise.written import Entry, values_in

_LABELLED = re.compile(r"^(?P<label>[^:\n]{2,60}):\s*(?P<value>\S.*)$", re.DOTALL)
_NUMBERED_TITLE = re.compile(r"^\s*\d+(?:\.\d+)*\.?\s+")
_ANNEX = re.compile(r"^(?:anexo|annex|annexe)\b")
_NAMES_A_PLAN = re.compile(
    r"\b(?:plan|plano|work ?plan|roadmap|hoja de ruta|feuille de route|programme)\b.*\b20\d\d"
)
_PLANS_OWN = re.compile(
    r"(?:programme?|programa|projet|proyecto|project|projeto) (?:de |d'|of )?(?:trabajo|travail|trabalho|work)\b"
)
_SHORT = re.compile(r"\(([A-Z]{2,4})\)\s*:?$")
_PENDING = re.compile(
    r"en desarrollo o no iniciad|pendientes|no concluid|unfinished|pending|not completed|inacabad|en cours ou"
)
_LIST_OF = re.compile(r"objetivos|objectives|objectifs|lineas|ejes|lines|axes|pilares|pillars")
# Sections of a document by their heading: what the text under them is.
_SECTIONS = {"objetivo": "objective", "objective": "objective", "proposito": "objective", "purpose": "objective",
             "objetivo general": "objective", "objectif": "objective", "vigencia": "term", "term": "term",
             "periodo": "term", "validity": "term", "duracion": "term", "duree": "term"}  # fmt: skip
_PURPOSES = {
    "objetivo", "objetivo general", "objective", "objectif", "objetivo especifico", "purpose", "goal",
}  # fmt: skip
LONGEST_TITLE = 160


def read_text(builder: Builder, text: Paragraph) -> None:
    """One paragraph, or one row of a sheet that stands outside its tables."""
    printed = " ".join(text.text.split())
    if not printed:
        return
    if _read_written(builder, text):
        builder.expects = ""
        return
    if builder.expects and not _is_heading(text):
        builder.fact(builder.expects, Found(printed, text.place))
        builder.expects = ""
        return
    builder.expects = ""
    for read in (_read_annex, _read_level, _read_labelled, _read_title, _read_outline, _read_section):
        if read(builder, text, printed):
            return
    if DRAFT_WORDS.match(fold(printed)) and len(printed) < 90:
        builder.fact("status", Found(printed, text.place))
    else:
        builder.draft.prose.append(Found(printed, text.place))


def _is_heading(text: Paragraph) -> bool:
    return text.level is not None or (text.bold and len(text.text) < LONGEST_TITLE)


def _read_annex(builder: Builder, text: Paragraph, printed: str) -> bool:
    """An annex that lists what of a plan is not finished makes its activities carry that (T6)."""
    folded = fold(printed)
    if not (_ANNEX.match(folded) and _is_heading(text)):
        return False
    builder.path.clear()
    builder.pending = []
    if _PENDING.search(folded):
        builder.draft.annex = printed
        builder.draft.used.add(text.place)
    else:
        builder.draft.prose.append(Found(printed, text.place))
    return True


def _read_level(builder: Builder, text: Paragraph, printed: str) -> bool:
    heading = heading_of(printed)
    if heading is None or heading.level is None:
        return False
    numbered = bool(heading.code) or heading.level.key in builder.numbered
    if not heading.code and (heading.level.rank >= 50 or _PLANS_OWN.match(fold(printed))):
        return False
    if not numbered and fold(heading.word) in _PURPOSES:
        state(builder, heading.title, text.place)
        return True
    if text.in_list and _is_list_of_objectives(builder):
        builder.draft.listed.append((heading.code, heading.title, text.place))
        return True
    if len(heading.title) > 400 or (
        not heading.code and not _is_heading(text) and not heading.word.isupper() and not numbered
    ):
        return False
    builder.open_heading(heading, text.place)
    builder.pending = []
    return True


def state(builder: Builder, text: str, place: str) -> None:
    """What is aimed at: the statement of the open objective, else of the plan (P7)."""
    if builder.path and not builder.path[-1].statement:
        builder.path[-1].statement = text
        builder.draft.used.add(place)
    else:
        builder.fact("objective", Found(text, place))


def _is_list_of_objectives(builder: Builder) -> bool:
    """Whether the last running text announced a list ("los cuatro objetivos de la Coalición, que son:")."""
    last = builder.draft.prose[-1] if builder.draft.prose else None
    return last is not None and last.text.rstrip().endswith(":") and bool(_LIST_OF.search(fold(last.text)))


def _read_labelled(builder: Builder, text: Paragraph, printed: str) -> bool:
    found = _LABELLED.match(printed)
    field = field_of(found["label"]) if found and builder.sheet else None
    if found and field in {"responsible", "lead"}:
        builder.said.append((field, Found(found["value"].strip(), text.place)))
        return True
    if found is None or (fact := fact_of(found["label"])) is None:
        return False
    if fact == "objective" and builder.path:
        builder.path[-1].statement = builder.path[-1].statement or found["value"]
    else:
        builder.fact(fact, Found(found["value"].strip(), text.place))
    return True


def _read_title(builder: Builder, text: Paragraph, printed: str) -> bool:
    """The title of the plan: in the style of one, or among the first lines with the word for a plan."""
    folded = fold(printed)
    if (
        split_unknown(printed)[0]
        or len(printed) > LONGEST_TITLE
        or (printed.endswith(".") and len(printed) > 90)
    ):
        return False
    early = len(builder.draft.prose) + len(builder.draft.titles) < 6 and not builder.draft.nodes
    first = not builder.draft.prose and not builder.draft.titles
    says_years = bool(_NAMES_A_PLAN.search(folded)) and len(printed) < 100
    stands_out = text.level is not None or text.bold or printed.isupper() or first or says_years
    if text.level == 0 or (stands_out and PLAN_WORDS.search(folded) and (early or text.level == 1)):
        builder.draft.titles.append(Found(_NUMBERED_TITLE.sub("", printed), text.place))
        # What stands above the title of the plan is no heading within it.
        builder.pending = [] if not builder.draft.nodes else builder.pending
        return True
    return False


def _read_outline(builder: Builder, text: Paragraph, printed: str) -> bool:
    """A coded paragraph under a level's heading: a node where the next one's code is deeper, else an activity."""
    code, code_printed, title = split_code(printed)
    if text.level is not None or not builder.path or depth(code) < 2 or code not in builder.outline:
        if code and text.in_list and _is_list_of_objectives(builder):
            builder.draft.listed.append((code, title, text.place))
            return True
        return False
    if builder.outline[code]:
        node = builder.open_unnamed(f"code{depth(code)}", title, text.place)
        node.code, node.code_printed, node.title_printed = code, code_printed, printed
    else:
        _add_outlined(builder, title, code, code_printed, text.place)
    return True


def _add_outlined(builder: Builder, title: str, code: str, printed: str, place: str) -> None:
    """An activity in a sentence, with what labels and a period in brackets say at its end."""
    bare, values = values_in(title)
    _add(builder, Entry(bare, code, printed, title, place, [(name, value, place) for name, value in values]))


def _add(builder: Builder, entry: Entry) -> None:
    row = Activity(entry.title, entry.code, entry.code_printed, entry.place, None, printed=entry.printed)
    activity = builder.add(row)
    for name, value, place in entry.values:
        activity.add(name, Found(value, place))
    if entry.guessed:
        told = " | ".join([entry.title, *(value for _, value, _ in entry.values)])
        builder.draft.ask("read_from_sentence", entry.place, entry.printed, told)


def _read_written(builder: Builder, text: Paragraph) -> bool:
    """An activity that stands in paragraphs, or one of its labels."""
    if entry := builder.written.entries.get(text.place):
        _add(builder, entry)
    return entry is not None or text.place in builder.written.labels


def _read_section(builder: Builder, text: Paragraph, printed: str) -> bool:
    """A heading without a level's word waits for activities; one that names what follows says what that is."""
    if text.in_list and _is_list_of_objectives(builder) and len(printed) > 20:
        builder.draft.listed.append(("", printed, text.place))
        return True
    if not _is_heading(text) or len(printed) > LONGEST_TITLE:
        return False
    folded = fold(_NUMBERED_TITLE.sub("", printed)).strip(" .:")
    builder.expects = _SECTIONS.get(folded, "")
    if builder.expects:
        return True
    names_field = field_of(folded) and len(folded.split()) < 5 and not split_unknown(printed)[1]
    if CONTAINERS.match(folded) or ((word := level_of(folded)) and not word[2].strip()) or names_field:
        _keep_abbreviation(builder, printed)
        builder.draft.prose.append(Found(printed, text.place))
        return True
    level = text.level or 9 + depth(split_code(printed)[0])
    builder.pending = [one for one in builder.pending if one.level < level]
    builder.pending.append(Pending(printed, text.place, level, text.style or f"heading{level}"))
    return True


def _keep_abbreviation(builder: Builder, printed: str) -> None:
    """ "Objetivos estratégicos (OE)": codes of this level begin with the letters."""
    word, short = level_of(printed), _SHORT.search(printed)
    if word and short:
        builder.abbreviations[word[0].key] = short[1]


def outline_of(texts: Sequence[Paragraph]) -> dict[str, bool]:
    """The codes of the coded paragraphs of a document; whether each is continued by the next one's code (a node)."""
    coded = [code for text in texts if text.level is None and depth(code := split_code(text.text)[0]) >= 2]
    deepest = max(map(depth, coded), default=0)
    if len(coded) < 3:
        return {}
    return {code: depth(code) < deepest for code in coded}
