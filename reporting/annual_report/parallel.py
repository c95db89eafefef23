"""Two renderings of one report, laid side by side (R7): Spanish and English in parallel, item by item.

The same templates over the same content give two trees of the same shape. Where both say the same (a name, a figure,
a text that exists in one language only) it is printed once, with the mark of its language; where they differ, both
stand in one element as two spans, which the style sheet sets in two columns, or one below the other in narrow cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from difflib import SequenceMatcher
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

INLINE = {"a", "b", "br", "i", "small", "span", "wbr"}
SPOKEN = (
    "title",
    "aria-label",
    "data-foot",
    "data-head",
    "data-label",
    "data-of",
)  # attributes made of words
MARKED = "rp-in"  # a text in the other language
APART = "rp-k"  # a word that stands below a figure or a mark
LABEL = (
    "rp-l"  # a word of the interface within a text: joined in place, so that the text is not printed twice
)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def side_by_side(first: str, second: str, languages: tuple[str, str]) -> str:
    """Two well-formed fragments with one root each as one; `languages` are theirs ("es", "en")."""
    trees = [ElementTree.fromstring(FORBIDDEN.sub("", text)) for text in (first, second)]  # noqa: S314 - our own
    merged = Merger(languages).merge(*trees)
    return ElementTree.tostring(merged, encoding="unicode", method="html")


class Merger:
    """`languages` are those of the two trees."""

    def __init__(self, languages: tuple[str, str]) -> None:
        self.languages = languages

    def merge(self, one: Element, two: Element) -> Element:
        """Both elements as one of the same kind."""
        if alike(one, two):
            # What is not translated carries its mark in one of the two: that one is shown.
            merged = deepcopy(
                max(one, two, key=lambda tree: sum(child.get("class") == MARKED for child in tree.iter()))
            )
        elif _splits(one, two):
            merged = Element(one.tag, one.attrib)
            merged.text = join(one.text, two.text)
            merged.extend(self._children(one, two))
        else:
            merged = self._pair(one, two)
        merged.attrib.update(dict(_spoken(one, two)))
        merged.tail = one.tail
        return merged

    def _children(self, one: Element, two: Element) -> Iterator[Element]:
        """The children side by side; what stands in one tree alone is taken as it is, with its language."""
        keys = [[f"{child.tag} {child.get('class')}" for child in tree] for tree in (one, two)]
        for kind, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
            if kind == "equal":
                for left, right in zip(one[a:b], two[c:d], strict=True):
                    child = self.merge(left, right)
                    child.tail = join(left.tail, right.tail)
                    yield child
            else:
                for child, language in [(x, 0) for x in one[a:b]] + [(x, 1) for x in two[c:d]]:
                    single = deepcopy(child)
                    single.attrib.setdefault("lang", self.languages[language])
                    yield single

    def _pair(self, one: Element, two: Element) -> Element:
        """One element that holds what both hold, each in its language."""
        pair = Element(one.tag, one.attrib | {"class": f"{one.get('class', '')} rp-pair".strip()})
        for tree, language in zip((one, two), self.languages, strict=True):
            side = SubElement(pair, "span", lang=language)
            side.text = tree.text
            side.extend(deepcopy(child) for child in tree)
            if language != self.languages[0]:
                for element in side.iter():
                    element.attrib.pop("id", None)
        return pair


def _splits(one: Element, two: Element) -> bool:
    """Whether the parts can be merged one by one: blocks, and a line of which only its labels differ."""
    if one.tag in ("svg", "title") or LABEL in _classes(one):
        return True
    if words("".join(_own(one))) != words("".join(_own(two))) or not len(one):
        return False
    if all(_apart(child) for child in (*one, *two)):
        return True
    return [child.tag for child in one] == [child.tag for child in two] and all(
        alike(*pair) or _apart(pair[0]) or LABEL in _classes(pair[0]) for pair in zip(one, two, strict=True)
    )


def _apart(element: Element) -> bool:
    """Whether an element is set for itself: a block, or a word below a figure."""
    return element.tag not in INLINE or APART in _classes(element)


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()


def alike(one: Element, two: Element) -> bool:
    """Whether two trees say the same: marks of language aside, and however a number is written."""
    return words("".join(one.itertext())) == words("".join(two.itertext()))


def words(text: str) -> str:
    """A text for comparison. Where it holds no letter, also without the manners of writing a number."""
    bare_text = " ".join(text.split())
    return bare_text if re.search(r"[^\W\d_]", bare_text) else re.sub(r"[.,\s%]", "", bare_text)


def _own(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield child.tail or ""


def join(one: str | None, two: str | None) -> str | None:
    """Two short texts in one line, without what both begin with; or the first alone where they are the same."""
    if not two or words(one or "") == words(two):
        return one
    said = (one or "").split(" · ")
    return " · ".join([*said, *(part for part in two.split(" · ") if part not in said)])


def _spoken(one: Element, two: Element) -> Iterator[tuple[str, str]]:
    for name in SPOKEN:
        if name in one.attrib:
            yield name, join(one.get(name), two.get(name)) or ""
