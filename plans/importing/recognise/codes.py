"""Codes at the head of a text, kept as printed beside what they are (P8, E11), and headings of levels (P6). Pure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from plans.importing.recognise.words import ABBREVIATIONS, LEVELS, LevelWord, fold, level_of

# "1.1 Title", "1.1.1. Title", "2. 1.1. Title", "1) Title", "1 - Title", "A.1 Title", "AO 1.1", "a) Title", "IV. Title".
_CODE = re.compile(
    r"""^\s*(?P<code>
        # 1.1, 2. 1.1, AO 1.1, A1.2
        (?:[A-Z]{1,4}\.?[\s-]?)?\d{1,3}(?:(?:\.\d{1,3})|(?:\.\s\d{1,3}(?=\.\d)))+(?:\.?[a-z](?=[\s).:]))?
        |[A-Z]{1,4}[.-]?\d{1,3}(?=[\s.:)–—-])                                       # A1, OE-2
        |[A-Z](?:\.\d{1,3})+                                                        # A.1.2
        |\d{1,3}\.[A-Z](?:\.\d{1,3})*(?=[.):]|\s+[-–—]\s)                             # 1.A. 1.A.2.
        |\d{1,2}[a-z](?=[.)]\s(?!(?:reuni|asamblea|edici|jornada|sesi|fase|etapa|convocat|parte|versi|ronda)))  # 1a.
        |\d{1,3}(?=\s*[.):°º]|\s+[-–—]\s)                                           # 1. 1) 1 -
        |(?!19|20)\d{4}(?=\s+[-–—]\s)                                               # 0010 -
        |[a-zA-Z](?=\))|[A-Z](?=\.\s)                                               # a) A.
        |(?:IX|IV|V?I{1,3}|VI{0,3}|XI{0,3}|X)(?=[.):]|\s+[-–—]\s)                   # IV.
    )(?![,/]?\d)(?P<mark>\s*[.):°º]?(?:\s*[-–—:])?)\s*""",
    re.VERBOSE,
)
_AFTER_WORD = re.compile(
    r"^\s*(?:n\.?\s?[°ºo]\.?\s*)?(?P<code>\d{1,3}(?:\.\s?\d{1,3})*|[IVX]{1,4}"
    r"|[A-H](?:\.?\d{1,2})*)(?![A-Za-zÀ-ÿ0-9'’])(?P<dot>\.?)\s*[.:)\-–—]*\s*",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"^(?P<word>[A-Z]{2,4})\.?\s?(?P<code>\d{1,3}(?:\.\d{1,3})*)\.?\s*[.:)\-–—]*\s*")
_JOINING = re.compile(r"^(?:de la|de los|de|del|da|do|of|du|des)\s+", re.IGNORECASE)
_ALONE = re.compile(
    r"^(?:[A-Za-z]{1,4}[.\s-]?)?\d{1,3}(?:\.\s?\d{1,3})*[.)]?$|^[IVX]{1,5}[.)]?$|^[a-zA-Z][.)]?$"
)
_UNKNOWN = re.compile(
    r"^(?P<word>[^\W\d]{3,20}(?: [^\W\d]{2,20}){0,2}?) (?:[nN][.°º]+ ?)?"
    r"(?P<code>\d{1,3}(?:\.\d{1,3})*|[IVX]{1,4}|[A-H])\s*[-–—:.]\s+(?P<title>\S.*)$"
)
_NO_LEVELS = re.compile(r"tab(?:la|le|ela|leau)|[cq]uadro|ann?ex[eo]?s?|figur[ae]|not[ae]")
# The mark of a footnote behind a word; "50 km²" ends with none.
FOOTNOTE = re.compile(r"(?<=[^\W\d_]{3})[*¹²³⁴⁵⁶⁷⁸⁹]+$")
_UNDER_HEAD = re.compile(r"^(?=.*\d)[\w./-]{1,14}$")


@dataclass(frozen=True)
class Heading:
    """The head of a node. word: the level's word as printed, "" without one. code_printed: with its word or dot."""

    level: LevelWord | None
    word: str
    code: str
    code_printed: str
    title: str
    title_printed: str


def plain(code: str) -> str:
    """A code without blanks inside numbers and without a mark at its end: "2. 1.1." is 2.1.1."""
    return re.sub(r"(?<=[\d.])\s+(?=\d)", "", code.strip()).rstrip(".):-–° º").strip()


def split_code(text: str) -> tuple[str, str, str]:
    """The code at the start of a text, the same as printed, and the rest; ("", "", text) without one."""
    found = _CODE.match(text)
    if found is None or not text[found.end() :].strip():
        return "", "", text.strip()
    mark = found["mark"].strip()
    return (
        plain(found["code"]),
        found["code"].strip() + (mark if mark in {".", ")"} else ""),
        text[found.end() :].strip(),
    )


def split_after(word: str, text: str) -> tuple[str, str, str] | None:
    """As `split_code`, where a text begins with the word that stands over it: "Subcomponente 1 Política"."""
    rest = text[len(word) :]
    if not word or fold(text[: len(word)]) != fold(word) or not (found := _AFTER_WORD.match(rest)):
        return None
    title = rest[found.end() :].strip()
    return (plain(found["code"]), text[: len(word) + found.end()].strip(" .:)-–—"), title) if title else None


def split_unknown(text: str) -> tuple[str, str, str, str]:
    """A heading's word that is no level we know, its code, the same as printed, and the rest: "Mesa 2 – Salud"."""
    found = _UNKNOWN.match(" ".join(text.split()))
    if found and not _NO_LEVELS.fullmatch(fold(found["word"])):
        return found["word"], found["code"], f"{found['word']} {found['code']}", found["title"]
    return "", *split_code(text)


def is_code(text: str) -> bool:
    """Whether a cell holds a code and nothing else."""
    return bool(_ALONE.match(text.strip()))


def is_code_under_head(text: str) -> bool:
    """Whether a cell of a column that is headed as one of codes holds one: also "2001" and "PR-2026/14"."""
    return is_code(text) or bool(_UNDER_HEAD.match(text.strip()))


def depth(code: str) -> int:
    """How many parts the number of a code has: 1.2.3 has three, "AO 1.1" two, "a" one, none without a code."""
    if code.isalpha():
        return 1
    return len(re.findall(r"\d+|(?<![A-Za-z])[A-Za-z](?![A-Za-z])", code))


@lru_cache(maxsize=20_000)
def heading_of(text: str) -> Heading | None:
    """A text that begins with the word of a level, or its abbreviation and a number; None for any other."""
    text = " ".join(text.split())
    if found := level_of(text):
        return _with_word(*found)
    bare = text.lstrip("➤►▶•●–—- ")
    short = _ABBREVIATED.match(bare)
    if short and (key := ABBREVIATIONS.get(fold(short["word"]))):
        level = next(word for _, word in LEVELS if word.key == key)
        title = bare[short.end() :]
        return Heading(
            level, "", f"{short['word']} {short['code']}", bare[: short.end()].strip(" .:)-–—"), title, title
        )
    return None


def _with_word(level: LevelWord, word: str, rest: str) -> Heading | None:
    found = _AFTER_WORD.match(rest)
    code, mark = (plain(found["code"]), found["dot"]) if found else ("", "")
    title = rest[found.end() :] if found else rest
    parted = found is not None and ":" in found[0]
    joined = (
        _JOINING.match(title.lstrip()) if word.casefold() not in {"línea", "linea"} and not parted else None
    )
    if (
        not found
        and not joined
        and not title.lstrip().startswith((":", ".", "-", "–", "—"))
        and title.strip()
    ):
        return None  # a sentence that happens to begin with such a word
    title = title.lstrip(" :.–—-")
    title = title[joined.end() :] if joined and _is_joined(title, joined[0]) else title
    number = found["code"] if found else ""
    printed = (
        f"{number}." if "." in number else f"{word} {number}" + (mark if joined else "") if number else ""
    )
    return Heading(level, word, code, printed, title.strip(), (word + rest).strip())


def _is_joined(title: str, joint: str) -> bool:
    """ "EJE DE PREVENCIÓN", "Eje de prevención"; "Axe 1 : Des sentiers" begins its title with the word."""
    return len(title.split()) < 9 and (joint.islower() or (joint.isupper() and title.isupper()))


def sentence_case(text: str, acronyms: frozenset[str] = frozenset()) -> str:
    """A text in capitals as a sentence; words that the document writes in capitals elsewhere keep them."""
    letters = [sign for sign in text if sign.isalpha()]
    if len(letters) < 4 or sum(sign.isupper() for sign in letters) < 0.9 * len(letters):
        return text[:1].upper() + text[1:]
    words = [word if word.strip("(),.;:") in acronyms else word.lower() for word in text.split()]
    joined = " ".join(words)
    return joined[:1].upper() + joined[1:]
