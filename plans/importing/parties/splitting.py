"""Where one party ends and the next begins (E15).

"/", ";" and line breaks separate. A comma or an "and" separates only where what follows can stand alone: a body of
the coalition, a country, an abbreviation, a name with a head ("Ministerio de ..."), a name that is known. What cannot
("Industria y Comercio") continues the name before it. Where neither is sure the name stays whole and the doubt says
how it could be split, its parts with " · " between them; " = " stands between two names of one party.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from plans.importing.parties.countries import COUNTRIES, country_of
from plans.importing.parties.kinds import ABBREVIATION, NATIONAL_BODIES, kind_of, office, plain
from plans.targets.segments import fold

_AND = r"(?:y|e|and|et|&)"
_SEPARATOR = re.compile(
    r"(?P<strong>\s*[;|\n]\s*|\s+/\s*|/\s+|\s\+\s|,?\s(?:asi como|junto con|as well as|together with"
    r"|ainsi que|bem como)\s)"
    r"|(?P<tight>/)|(?P<dash>\s[-–—]\s)"
    rf"|(?P<weak>\s*,\s*(?:{_AND}\s+)?|\s+{_AND}\s+)",
    re.IGNORECASE,
)
_PREPOSITION = (
    r"(?:de|del|da|do|das|dos|des|du|of|for|para|pour|sobre|contra|on|against|en|in|para el|para la)"
)
_CONTINUES = re.compile(rf"{_PREPOSITION} |d'|d’")
_OPEN = re.compile(rf"\b{_PREPOSITION} (?:(?:la|las|los|el|the|les|le|os|as) |l')?|\bd'")
_HEAD = re.compile(
    r"(?:vice)?(?:ministeri?o?s?|ministr(?:y|ies)|ministeres?)\b|(?:sub)?secretaria (?:de|da|do|general)\b"
    r"|secretary of"
    r"|universi(?:dad|ty|te|dade)\b|institut[oe]?\b|agenc(?:ia|y|e)\b|fundac(?:ion|ao)\b|fo(?:u)?ndation\b"
    r"|consorcio\b"
    r"|consortium\b|banco\b|banque\b|bank of\b|un(?:ion|iao)\b|organi[sz]ac(?:ion|ao)\b|organi[sz]ation\b"
    r"|red\b|reseau\b"
    r"|rede\b|network\b|polic(?:ia|e)\b|fiscalia\b|procuraduria\b|municipalidad\b|municipio de\b"
    r"|alcaldia\b|prefeitura\b"
    r"|mairie\b|gobierno de\b|government of\b|governo d|gouvernement d|camara\b|chamber\b|chambre\b"
    r"|asociacion\b"
    r"|associac?[at]ion\b|associacao\b|(?:con)?federac(?:ion|ao)\b|(?:con)?federation\b|comision\b"
    r"|commission\b|comissao\b"
    r"|consejo\b|council\b|conseil\b|conselho\b|direccion\b|directorate\b|direction\b|departamento\b"
    r"|department\b"
    r"|departement\b|oficina\b|office\b|bureau\b|centro\b|cent(?:er|re)\b|programa\b|programme\b|program\b"
    r"|fondo\b|fund\b"
    r"|grupo\b|group\b|unidad\b|superintendencia\b|autoridad\b|authority\b|alianza\b|alliance\b"
    r"|observatorio\b|tribunal\b"
    r"|corte\b|cancilleria\b|defensoria\b|parlamento\b|parliament\b|congreso\b|embajada\b|embassy\b"
    r"|delegacion\b"
    r"|corporacion\b|naciones unidas\b|united nations\b|nations unies\b|nacoes unidas\b|presidencia de\b"
    r"|comite\b"
)
_END_HEAD = re.compile(
    r".* (?:bank|office|commission|ministry|agency|institute|university|council|committee|police"
    r"|department|union"
    r"|foundation|authority|secretariat|network|alliance|association|organi[sz]ation|fund|nations)"
)
_GROUPS = re.compile(
    r"(?:organizaciones|universidades|gobiernos|municipios|ciudades|empresas|academia|sociedad civil"
    r"|sector privado"
    r"|ministerios|instituciones|alcaldias|organizations|universities|governments|municipalities"
    r"|civil society"
    r"|private sector|academi[ae]|ministries|organisations|societe civile|secteur prive|sociedade civil"
    r"|setor privado"
    r"|universites|gouvernements|prefeituras|universidades|fiscalias|policias|ong|ongs|ngos?|osc)\b.*"
)
# What follows a "Ministerio de X," and is part of its name.
_FIELDS = re.compile(
    r"(?:la |el |los |las |l')?(?:econom|industr|comerc|commerc|trade|ambient|environn?ement"
    r"|medio ambiente|meio ambiente|agu|water|eau\b"
    r"|desarroll|development|developpement|desenvolv|finan|hacienda|salu|saude|health|sante\b|tecnolog"
    r"|technolog|innova"
    r"|inova|cienci|scien|cultur|turism|touris|deport|sport|esport|agricult|aliment|food|ganader|pesca"
    r"|fisher|peche|bosque"
    r"|forest|foret|educ|trabaj|labou?r|trabalh|travail|emple|empleo|prevision|proteccion|protection"
    r"|social|justic|segur"
    r"|secur|interior|migra|relac|asuntos|affairs|affaires|cooper|co-oper|energ|min[ae]|transport|infra"
    r"|viviend|housing"
    r"|habit|plan|estad|statis|censo|mujer|women|genero|gender|famil|nin|infan|juven|youth|derech|human"
    r"|delit|crime|drog"
    r"|drug|gobern|administra|obra|public|comunic|communic|telecom|tic\b|ict\b|tics\b|caribe|caribbean"
    r"|caraibe|recurs|natur|cult"
    r"|descentral|territor|urban|rural|produc|competit|inclus|cienc|investig|research|recherche|bienestar"
    r"|welfare|defens"
    r"|culto|accion|territ|cambio|climat|sosten|sustain|sanea|sanitation|residuo|waste)"
)
_SHORT = re.compile(r"(?:[A-ZÁÉÍÓÚÑ]\.?){2,}[A-Za-z0-9]*(?:[-/–][A-Z0-9]+)*")
_SEVERAL = re.compile(
    r"ministerios|ministries|ministeres|secretarias|agencias|agencies|institutos|departamentos"
)
_LEADING = re.compile(r"^(?:(?:la|el|los|las|the|le|les|os|as) |l')")
_HELD = re.compile("\\s*[\ue000-\ue7ff]")  # the signs that stand for brackets
_KEPT = "".join(map(chr, range(0xE800, 0xE900)))


@cache
def _protected(known: tuple[str, ...]) -> re.Pattern[str]:
    """Names that hold a separator and are one name: known ones and countries."""
    names = [*map(fold, known), *COUNTRIES, "america latina y el caribe", "latin america and the caribbean"]
    whole = sorted({name for name in names if _SEPARATOR.search(name)}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, whole)) + r")(?!\w)")


def _acronym(name: str) -> bool:
    word = name.split(" ")[0] if name.strip() else ""
    return (
        bool(_SHORT.fullmatch(word))
        and not _FIELDS.match(fold(word))
        and not (name.isupper() and " " in name)
    )


def _class(name: str) -> str:
    """What a name is by itself: an office, a country, an abbreviation; "" where it has more or less to it."""
    if country_of(plain(name)):
        return "country"
    return "office" if office(name) else "short" if _acronym(name) and " " not in name else ""


def stands_alone(name: str, known: Sequence[str] = ()) -> bool:
    """Whether a text is the name of a party without what stands before it."""
    folded = plain(name)
    if kind_of(name) != "organisation" or _acronym(name) or folded in {plain(one) for one in known}:
        return True
    return bool(_HEAD.match(folded) or _END_HEAD.fullmatch(folded) or _GROUPS.fullmatch(folded))


@dataclass
class _Name:
    """A name as it grows: its text, its last piece, and the parts it could be split into."""

    text: str
    last: str
    parts: list[str] = field(default_factory=list)

    listing: bool = False  # its last piece came after a comma without the "and" that ends a list

    def grow(self, separator: str, piece: str, doubtful: bool) -> None:
        self.listing = separator.strip() == "," and not doubtful
        parts = self.parts or [self.text]
        self.parts = [*parts, piece] if doubtful else [*parts[:-1], parts[-1] + separator + piece]
        self.text += separator + piece
        self.last = piece


def split_names(text: str, known: Sequence[str] = ()) -> tuple[list[str], list[str]]:
    """The names in a line without brackets or labels, and the doubts about where they were split or were not."""
    masked, kept = _mask(" ".join(text.split()), tuple(known))
    pieces = _pieces(masked)
    shouted = masked.isupper() and len(masked) > 12
    names, doubts = [_Name(pieces[0][1], pieces[0][1])], []
    for kind, separator, piece in ((k, s, p) for (k, s), p in pieces[1:]):
        verdict = "split" if kind == "strong" else ""
        verdict = _same_twice(_HELD.sub("", names[-1].text), _HELD.sub("", piece), kind) or verdict
        verdict = verdict or _verdict(names[-1], kind, piece, (known, kept, shouted))
        if verdict.startswith("split"):
            names.append(_Name(piece, piece))
        else:
            names[-1].grow(separator, piece, verdict == "keep?")
        if verdict == "split?":
            doubts.append(" · ".join(name.text for name in names[-2:]))
        elif verdict == "twice":
            doubts.append(names[-1].text.replace(separator, " = "))
    doubts += [" · ".join(name.parts) for name in names if len(name.parts) > 1]
    doubts += [" · ".join(name.text.split(", ")) for name in names if name.listing]
    glued = [part for name in names for part in _glued(name.text)]
    doubts += [" · ".join(parts) for name in names if len(parts := _glued(name.text)) > 1]
    return [_restore(name, kept) for name in glued], [_restore(doubt, kept) for doubt in doubts]


def _pieces(text: str) -> list[tuple[tuple[str, str], str]]:
    """The pieces of a line, each with the kind and the text of the separator before it."""
    pieces, start, before = [], 0, ("", "")
    for found in _SEPARATOR.finditer(text):
        if piece := text[start : found.start()].strip():
            pieces.append((before, piece))
            before = (found.lastgroup or "", found[0])
        start = found.end()
    return [*pieces, (before, text[start:].strip())] if text[start:].strip() or not pieces else pieces


def _verdict(name: _Name, kind: str, piece: str, beside: tuple[Sequence[str], list[str], bool]) -> str:
    """Whether a piece after a comma, an "and" or a tight mark begins a party ("split") or not; "?" marks a doubt."""
    known, kept, shouted = beside
    whole, bare, last = (
        _restore(_LEADING.sub("", _HELD.sub("", one)), kept) for one in (name.text, piece, name.last)
    )
    opened = bool(_OPEN.search(plain(whole))) and not _class(whole) and not office(whole)
    alone = piece in _KEPT or stands_alone(bare, known)
    if shouted and kind_of(bare) == "organisation" and _acronym(bare):
        alone = False
    if kind in {"tight", "dash"}:
        both = alone and stands_alone(whole, known) and not (_acronym(bare) or country_of(plain(bare)))
        return "split" if both else "keep?"
    if _CONTINUES.match(fold(bare)):
        return "keep" if opened else "keep?"
    if not alone:
        return _verdict_on_weak(whole, bare, opened, known)
    if _like_the_end(whole, last, bare) or (opened and (_GROUPS.fullmatch(plain(bare)) or _bare_head(bare))):
        return "keep?"
    headless = (
        _END_HEAD.fullmatch(plain(bare)) and not _HEAD.match(plain(bare)) and kind_of(bare) == "organisation"
    )
    return "keep?" if headless and not stands_alone(whole, known) else "split"


def _verdict_on_weak(whole: str, bare: str, opened: bool, known: Sequence[str]) -> str:
    if opened and stands_alone(whole, known) and _FIELDS.match(fold(bare)):
        return "keep?" if _SEVERAL.match(fold(whole)) else "keep"
    closed = _class(whole) or plain(whole) in {plain(one) for one in known}
    return "split?" if closed and bare[:1].isupper() else "keep?"


def _like_the_end(whole: str, last: str, bare: str) -> bool:
    """ "Puntos focales de Chile" before "Perú": the second may belong to the first as its end does."""
    end = _OPEN.split(plain(last))[-1]
    end = last[len(last) - len(end) :] if fold(last).endswith(end) else last
    kind = _class(bare) or ("short" if _acronym(bare) else "")
    if not kind or _class(end) != kind or plain(end) == plain(whole):
        return False
    return kind == "country" or not office(whole)


def _bare_head(name: str) -> bool:
    return " " not in name.strip() and not _class(name)


def _same_twice(left: str, right: str, kind: str) -> str:
    """Two names of one kind on both sides of a slash: one party in two languages."""
    if kind not in {"strong", "tight"} or plain(left) == plain(right):
        return ""
    kinds = kind_of(left), kind_of(right)
    single = {"organisation", "committee", "subcommittee", "working_group", "partners"}
    if country_of(plain(left)) and country_of(plain(left)) == country_of(plain(right)):
        return "twice"
    if kinds[0] == kinds[1] and kinds[0] not in {*single, "country"}:
        return "twice"
    ministries = [re.match(r"ministerio|ministry|ministere", plain(one)) for one in (left, right)]
    return "twice" if all(ministries) and len({one[0] for one in ministries if one}) == 2 else ""


def _glued(name: str) -> list[str]:
    """Bodies of the coalition in a row, with only a blank where a line once ended."""
    words = name.split(" ")
    if office(name) or len(words) > 9 or kind_of(name) not in {"organisation", "focal_points", "committee"}:
        return [name]
    for cut in range(1, len(words)):
        first, rest = " ".join(words[:cut]), " ".join(words[cut:])
        if office(first) and (office(rest) or len(_glued(rest)) > 1):
            longer = [at for at in range(cut + 1, len(words)) if office(" ".join(words[:at]))]
            if not any(
                office(" ".join(words[at:])) or len(_glued(" ".join(words[at:]))) > 1 for at in longer
            ):
                return [first, *_glued(rest)]
    return [name]


def _mask(text: str, known: tuple[str, ...]) -> tuple[str, list[str]]:
    """The text with one sign for each name that holds separators, and those names."""
    kept: list[str] = []
    for pattern in (_protected(known), NATIONAL_BODIES):
        for found in reversed(list(pattern.finditer(fold(text)))[: len(_KEPT) // 2]):
            kept.append(text[found.start() : found.end()])
            text = text[: found.start()] + _KEPT[len(kept) - 1] + text[found.end() :]
    return text, kept


def _restore(text: str, kept: list[str]) -> str:
    return "".join(kept[_KEPT.index(sign)] if sign in _KEPT and sign else sign for sign in text)


def all_stand_alone(text: str, known: Sequence[str] = ()) -> bool:
    """Whether a text is nothing but parties that need nothing before them."""
    names, doubts = split_names(text, known)
    return not doubts and all(stands_alone(name, known) for name in names)


def initials(name: str) -> Iterator[str]:
    """The abbreviations a name could have: the first letters of its words, with and without the small ones."""
    words = [word for word in re.split(r"[\s'’-]+", ABBREVIATION.sub("", name)) if word]
    yield "".join(word[0] for word in words if word[0].isupper())
    yield "".join(word[0] for word in words).upper()
