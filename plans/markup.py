"""The narrative's small markup as safe HTML (P26, E16): paragraphs, lists, **bold**, *italic*, links, footnotes. Pure.

    A paragraph, with **bold**, *italic*, [a link](https://example.org) and a note[^1].

    - one item a line, or
    1. numbered

    [^1]: The text of the note.

Whatever else is written stands as it is: nothing is dropped, and no HTML passes. nh3 guards the result, so that a
fault here could not let anything through either.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

import nh3

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "sup", "section"}
ATTRIBUTES = {"a": {"href", "id"}, "li": {"id"}, "section": {"class"}}

BULLET = re.compile(r"^\s*[-*•]\s+(?=\S)")
NUMBERED = re.compile(r"^\s*\d{1,3}[.)]\s+(?=\S)")
NOTE = re.compile(r"^\[\^(?P<label>[\w-]{1,20})\]:\s*(?P<text>.*)$")
LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,300})\]\((?P<url>(?:https?://|mailto:)[^\s()<>]{1,1000})\)")
REFERENCE = re.compile(r"\[\^(?P<label>[\w-]{1,20})\]")
BOLD = re.compile(r"\*\*(?=\S)(.{1,2000}?)(?<=\S)\*\*")
ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\*(?![\w*])")


@dataclass
class _Notes:
    """The footnotes of one text: their texts by label, and the labels in the order of their first mention."""

    prefix: str
    texts: dict[str, str]
    named: list[str] = field(default_factory=list)

    def number(self, label: str) -> int:
        if label not in self.named:
            self.named.append(label)
        return self.named.index(label) + 1


def render(text: str, prefix: str = "") -> str:
    """A text as HTML. `prefix` keeps the footnotes of several texts of one page apart: letters, figures, hyphens."""
    body, texts = _split(text)
    notes = _Notes(re.sub(r"[^\w-]", "", prefix), texts)
    blocks = "".join(_block(block, notes) for block in re.split(r"\n\s*\n", body) if block.strip())
    html = blocks + _footnotes(notes)
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto"}, link_rel="noopener"
    )


def _split(text: str) -> tuple[str, dict[str, str]]:
    """The text without its notes, and the notes; of two with one label the second stays where it is."""
    kept, texts = [], {}
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        note = NOTE.match(line)
        if note and note["label"] not in texts:
            texts[note["label"]] = note["text"]
        else:
            kept.append(line)
    return "\n".join(kept), texts


def _block(block: str, notes: _Notes) -> str:
    """Lines that follow each other: paragraphs and lists, in their order."""
    html = ""
    for mark, lines in _runs(block.strip("\n").split("\n")):
        items = [_inline(line, notes) for line in lines]
        if mark == "p":
            html += f"<p>{'<br>'.join(items)}</p>"
        else:
            html += f"<{mark}>{''.join(f'<li>{item}</li>' for item in items)}</{mark}>"
    return html


def _runs(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """(p, ul or ol; its lines without their marks), each as long as the kind stays the same."""
    kind, held = "", list[str]()
    for line in lines:
        bullet, numbered = BULLET.match(line), NUMBERED.match(line)
        found = bullet or numbered
        mark = "ul" if bullet else "ol" if numbered else "p"
        if mark != kind and held:
            yield kind, held
            held = []
        kind = mark
        held.append(line[found.end() :] if found else line.strip())
    if held:
        yield kind, held


def _inline(text: str, notes: _Notes) -> str:
    """One line: links and notes are taken out first, so that no mark inside an address is read."""
    parts, place = [], 0
    for found in re.finditer(f"{LINK.pattern}|{REFERENCE.pattern}", text):
        parts.append(_emphasis(text[place : found.start()]))
        parts.append(_reference(found, notes) if found["label"] else _link(found))
        place = found.end()
    return "".join([*parts, _emphasis(text[place:])])


def _emphasis(text: str) -> str:
    return ITALIC.sub(r"<em>\1</em>", BOLD.sub(r"<strong>\1</strong>", escape(text)))


def _link(found: re.Match[str]) -> str:
    return f'<a href="{escape(found["url"])}">{_emphasis(found["words"])}</a>'


def _reference(found: re.Match[str], notes: _Notes) -> str:
    label = found["label"]
    if label not in notes.texts:
        return escape(found.group())
    again = label in notes.named
    number = notes.number(label)
    anchor = "" if again else f' id="{notes.prefix}ref-{number}"'
    return f'<sup><a href="#{notes.prefix}note-{number}"{anchor}>{number}</a></sup>'


def _footnotes(notes: _Notes) -> str:
    """The notes in the order of their mention, then those that nothing mentions: nothing is dropped."""
    if not notes.texts:
        return ""
    for label in notes.texts:
        notes.number(label)
    items = (
        f'<li id="{notes.prefix}note-{number}">{_inline(notes.texts[label], notes)}</li>'
        for number, label in enumerate(notes.named, start=1)
    )
    return f'<section class="footnotes"><ol>{"".join(items)}</ol></section>'
