"""Signs that no plan is written with, taken out of texts and said (bad inputs 24, 25). Pure."""

import re

from plans.importing.grids import Problem

# Excel alone writes signs that XML cannot hold as "_x000D_".
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Signs that turn the direction of a line: a code or name behind one is not what it looks like.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Joiners stay within emoji and the scripts that need them.
_JOINERS, _LATIN = "[\u200c\u200d]", "\x00-\u02ff"
_UNSEEN = re.compile(
    f"[\u200b\u200e\u200f\u2060\ufeff\u00ad]|(?<![^{_LATIN}]){_JOINERS}|{_JOINERS}(?![^{_LATIN}])"
)
_LINE_ENDS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_BLANKS = re.compile("[\u00a0\u2007\u202f\u3000]")
LONGEST = 100_000


def unescaped(text: str) -> str:
    """A text of a workbook with the signs that Excel wrote as numbers."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def clean(text: str, place: str, problems: list[Problem]) -> str:
    """The text without signs that no one can see; each blank a plain one. What was more than invisible is said."""
    plain = _LINE_ENDS.sub("\n", text)
    if _CONTROL.search(plain) or _TURNING.search(plain):
        problems.append(Problem("unreadable_signs", place, _CONTROL.sub("�", _TURNING.sub("�", plain))[:80]))
        plain = _TURNING.sub("", _CONTROL.sub("", plain))
    if len(plain) > LONGEST:
        problems.append(
            Problem("cell_too_long", place, plain[:60], is_error=True, data={"number": len(plain)})
        )
        return ""
    return _BLANKS.sub(" ", _UNSEEN.sub("", plain))
