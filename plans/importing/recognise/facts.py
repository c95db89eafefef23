"""What a document says of the plan as a whole: title, dates, language, state, coalition (P2-P5). Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from plans.importing.grids import Paragraph, Source
from plans.importing.recognise import readers
from plans.importing.recognise.calendars import Term
from plans.importing.recognise.codes import sentence_case
from plans.importing.recognise.draft import Draft, Found
from plans.importing.recognise.words import (
    COALITION_WORDS,
    DRAFT_WORDS,
    FINAL_WORDS,
    PLAN_WORDS,
    field_of,
    fold,
)
from plans.schedule import envelope

_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:-|–|—|/|a|al|to|y|and|et|e|à)\s*((?:19|20)?\d\d)(?!\d)")
# Words that others have too ("de", "para", "que") tell nothing.
_BY_WORDS = {
    "es": "la el los las y en con del una al su sus",
    "en": "the of and to in for with on by from an is are their its",
    "pt": "da do das dos em com os uma ao na no pela pelo e o",
    "fr": "le les des du et pour dans avec une aux sur par la l d est",
}
_SMALL = {
        "de",
        "del",
        "la",
        "el",
        "los",
        "las",
        "y",
        "e",
        "en",
        "para",
        "con",
        "por",
        "a",
        "al",
        "of",
        "the",
        "and",
        "for",
        "in",
        "to",
        "do",
        "da",
        "dos",
        "das",
        "et",
        "le",
        "les",
        "des",
        "du",
}  # fmt: skip
# How words end that plans are full of ("acción", "ação"), and letters that one language has more often.
_ENDINGS = {
    "es": re.compile(r"ci[oó]n(?:es)?\b|dad\b|[ñíóáú]"),
    "en": re.compile(r"ings?\b|ity\b|ies\b|ment\b"),
    "pt": re.compile(r"[çõãêôíóáú]|dades?\b"),
    "fr": re.compile(r"ements?\b|[éœêè]|\b[dl]['’]"),
}
_TERM_WORDS = re.compile(
    r"durante los anos|durante el periodo|for the (?:years|period)|pour (?:la periode|les annees)|para o periodo"
)
# "Progreso del Plan de Trabajo 2021-2022": what the report is about.
_ABOUT = re.compile(r"(?:del?|of the|du|do)\s+(plan\b.*)$", re.IGNORECASE)
_DAY_WORDS = re.compile(
    r"\b(?:adopted|approved|prepared|updated|as (?:at|of)|adoptad|aprobad|aprovad|actualizad|atualizad|elaborad|version"
    r"|versao|adoptee?|approuvee?|mise? a jour|status)"
)
# What a plan works towards, not its own years: "Agenda 2030", "Visión 2040".
_AIMED_AT = re.compile(
    r"\b(?:agenda|visi[oó]n|vis[aã]o|horizonte?|estrategia|strategy)\s+20\d\d(?!\s*[-–—/])", re.IGNORECASE
)
_PLAN = re.compile(
    r"\b(?:work ?plan|plan(?:es|o)?|matri[zx]|matrice|hoja de ruta|roadmap|feuille de route)\b"
)
_FINANCIAL = re.compile(r"(?<!\d)20\d\d\s?/\s?\d\d(?!\d)")
_ONE_YEAR = re.compile(r"\b(?:un ano|one year|um ano|un an)\b")


def language_of(source: Source) -> str:
    """The language of most of its function words: es, en, pt or fr."""
    counts: Counter[str] = Counter()
    for text in _texts(source):
        counts.update(re.findall(r"[a-z]+", fold(text)))
    scores = {code: sum(counts[word] for word in words.split()) for code, words in _BY_WORDS.items()}
    for text in _texts(source):
        for code, ending in _ENDINGS.items():
            scores[code] += len(ending.findall(text.casefold()))
    return max(scores, key=lambda code: (scores[code], code == "es"))


def _texts(source: Source) -> Iterable[str]:
    for block in source.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for cell in block.cells[:3000] if cell.kind == "text")


def acronyms_of(source: Source) -> frozenset[str]:
    """Words in capitals within texts that are not: they keep them when a title in capitals becomes a sentence."""
    found: set[str] = set()
    for text in _texts(source):
        if not text.isupper():
            found |= set(re.findall(r"\b[A-ZÁÉÍÓÚÑ]{2,8}\b", text))
    return frozenset(found)


def term_of(draft: Draft, start: date | None, end: date | None) -> tuple[Term, str | None]:
    """The plan's dates: given, else as the document says them; with the words that say it. A doubt where they guess."""
    if start and end:
        return Term(start, end), draft.facts["term"].text if "term" in draft.facts else None
    sheets = {layout.year for layout in draft.layouts if layout.year}
    for found in _candidates(draft):
        if (span := _span(found.text)) is not None and all(
            span[0].year <= year <= span[1].year for year in sheets
        ):
            _check_length(draft, found, span)
            if _FINANCIAL.search(found.text):
                draft.ask("term_of_two_years", found.place, found.text, f"{span[0]} – {span[1]}")
            return Term(*span), _said(found.text)
    years = [*sheets, *_years_told(draft)]
    if years:
        span = date(min(years), 1, 1), date(max(years), 12, 31)
        draft.ask("term_from_periods", "", "", f"{span[0]} – {span[1]}")
        return Term(*span), None
    draft.ask("term_missing", "")
    return Term(start, end), None


def _years_told(draft: Draft) -> list[int]:
    """The years in the heads of columns and in the periods of activities."""
    heads = [column.head for layout in draft.layouts for column in layout.columns]
    founds = [
        found
        for _, one in draft.activities()
        for name in ("period", "start", "end")
        for found in one.values.get(name, [])
    ]
    days = [found.cell.value for found in founds if found.cell]
    texts = [
        *heads,
        *(found.text for found in founds),
        *(str(day.year) for day in days if isinstance(day, date)),
    ]
    return [int(year) for text in texts for year in _YEARS.findall(text)]


def _candidates(draft: Draft) -> list[Found]:
    """Where the dates of a plan are said, surest first."""
    said = [draft.facts["term"]] if "term" in draft.facts else []
    named = [found for found in draft.prose if PLAN_WORDS.search(fold(found.text)) and len(found.text) < 600]
    sure = [found for found in draft.prose if _TERM_WORDS.search(fold(found.text))]
    short = [found for found in draft.prose if len(found.text) < 120 and not _of_a_day(found.text)]
    return [*said, *sure, *draft.titles, *named, *draft.facts.values(), *short]


def _of_a_day(text: str) -> bool:
    """Whether a line dates the document or heads a column: its year is not the plan's."""
    return bool(_DAY_WORDS.search(fold(text))) or field_of(text) is not None


def _span(text: str) -> tuple[date, date] | None:
    """The days that a text names as a whole: "2024-2025", "del 30 de septiembre de 2025 al 1 de octubre de 2026"."""
    wide = date(1990, 1, 1), date(2060, 12, 31)
    for part in (text, *re.split(r"[,;]\s*", text, maxsplit=1)[1:]):
        reading = readers.period(part.rstrip(". "), *wide)
        days = envelope(reading.spans)
        if reading.understood and days and days != wide and len(text) < 200:
            return days
    text = _AIMED_AT.sub("", text)
    words = text.split() if len(set(_YEARS.findall(text))) > 1 and len(text) < 160 else []
    for place in range(1, len(words) - 2):
        reading = readers.period(" ".join(words[place:]).rstrip(". )"), *wide)
        if reading.understood and (days := envelope(reading.spans)):
            return days
    if found := _RANGE.search(text):
        first = int(found[1])
        last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
        return (date(first, 1, 1), date(last, 12, 31)) if first <= last < first + 15 else None
    years = {int(year) for year in _YEARS.findall(text)}
    return (date(min(years), 1, 1), date(max(years), 12, 31)) if len(years) == 1 and len(text) < 160 else None


def _said(text: str) -> str:
    """The words of a sentence that give the dates; the whole where it is short."""
    if len(text) < 90:
        found = _RANGE.search(text)
        return found[0] if found and PLAN_WORDS.search(fold(text)) else text
    found = re.search(r"durante los años [^,.;]*?\d{4}(?: (?:a|y|al) \d{4})?", text) or _RANGE.search(text)
    return found[0] if found else text[:90]


def _check_length(draft: Draft, found: Found, span: tuple[date, date]) -> None:
    """ "Un año" that is longer or shorter than one (law 2: kept and said)."""
    days = (span[1] - span[0]).days + 1
    if _ONE_YEAR.search(fold(found.text)) and days not in {365, 366}:
        draft.ask("term_length", found.place, found.text, f"{days}", days=days)


def header_of(draft: Draft, source: Source, term: Term, said: str | None) -> dict[str, Any]:
    """The record's block on the plan, without its levels and columns."""
    language = language_of(source)
    title = next(iter(_of_plans(draft.titles) or draft.titles), None)
    if draft.annex and title is not None and (found := _ABOUT.search(title.text)):
        title = Found(found[1], title.place)
    if title is None:
        named = [
            found
            for found in draft.prose[:6]
            if PLAN_WORDS.search(fold(found.text)) and len(found.text) < 160
        ]
        title = named[0] if named else draft.facts.get("title")
    if title is None:
        title = next((found for found in draft.prose[:3] if len(found.text) < 120), None)
        draft.ask("title_missing", title.place if title else "", title.text if title else "", source.name)
    texts = {name: found.text for name, found in draft.facts.items()}
    state = _state(draft)
    return {
        "title": _titled(title.text) if title else source.name,
        "title_as_printed": title.text if title else None,
        "objective": texts.get("objective"),
        "reference": texts.get("reference"),
        "origin": texts.get("origin") or None,
        "addressees": texts.get("addressees"),
        "object": texts.get("object"),
        "date_as_printed": texts.get("date"),
        "term_as_printed": said,
        "start": term.start.isoformat() if term.start else None,
        "end": term.end.isoformat() if term.end else None,
        "language": language,
        "language_as_printed": texts.get("language"),
        "status": state[0],
        "status_as_printed": state[1],
    }


def _of_plans(titles: Sequence[Found]) -> list[Found]:
    """The titles that name a plan; "programme" and "agenda" alone may be in the name of an organisation."""
    return [
        found
        for found in titles
        if PLAN_WORDS.search(folded := fold(found.text)) and (_YEARS.search(folded) or _PLAN.search(folded))
    ]


def _titled(text: str) -> str:
    """A title in capitals with a capital at each word that counts."""
    if sentence_case(text) == text[:1].upper() + text[1:]:
        return text
    words = text.lower().split()
    return " ".join(
        word if word in _SMALL and place else word[:1].upper() + word[1:] for place, word in enumerate(words)
    )


def _state(draft: Draft) -> tuple[str | None, str | None]:
    lines = [draft.facts["status"]] if "status" in draft.facts else []
    lines += [found for found in [*draft.prose[:12], *draft.titles] if len(found.text) < 120]
    for found in lines:
        folded = fold(found.text)
        if DRAFT_WORDS.search(folded):
            draft.ask("plan_is_a_draft", found.place, found.text)
            return "draft", found.text
        if FINAL_WORDS.search(folded):
            return "approved", found.text
    return None, None


def coalition_of(draft: Draft, kinds: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The coalition as the first lines name it; null where they do not."""
    named = [
        found.text
        for found in draft.prose[:10]
        if COALITION_WORDS.match(fold(found.text)) and len(found.text) < 160
    ]
    name = draft.facts["coalition"].text if "coalition" in draft.facts else max(named, key=len, default=None)
    return {
        "name_es": name,
        "name_en": None,
        "names_as_printed": named,
        "secretariat": None,
        "party_kinds": list(kinds),
    }


def one_plan(draft: Draft) -> None:
    """Two titles of plans in one file may be two plans: asked, since everything was read as one."""
    titles = {fold(found.text): found for found in _of_plans(draft.titles)}
    if len(titles) > 1:
        first, *others = titles.values()
        for other in others:
            draft.ask("several_plans", other.place, other.text, first.text)


def titles_agree(draft: Draft) -> None:
    """Titles and texts that give the plan different years are shown (P4)."""
    said = {
        found.text: match[0].replace("–", "-").replace(" ", "")
        for found in [*draft.titles, *draft.prose]
        if len(found.text) < 400
        and PLAN_WORDS.search(fold(found.text))
        and (match := _RANGE.search(found.text))
    }
    if len(set(said.values())) > 1:
        first = next(iter(said))
        draft.ask("titles_differ", "", first, " / ".join(dict.fromkeys(said.values())))


def is_same_text(first: str, second: str) -> bool:
    """Whether two titles differ in blanks and dashes at most."""
    return " ".join(first.split()).rstrip(".") == " ".join(second.split()).rstrip(".")
