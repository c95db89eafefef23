"""What the whole tree says of its codes: those that are made of an abbreviation, those that follow from the order."""

from plans.importing.recognise.codes import depth
from plans.importing.recognise.draft import Draft, Node


def complete_codes(draft: Draft) -> None:
    """Codes of a level with a declared abbreviation begin with it; a number left out follows from its neighbours."""
    for node in draft.all_nodes():
        if node.level.prefix and node.code and node.code[0].isdigit():
            node.code = node.level.prefix + node.code
        if (letters := node.code.split(" ")[0]).isalpha() and " " in node.code:
            node.level.abbreviation = letters
    _count(draft.nodes)
    for node in draft.all_nodes():
        _count(node.nodes)


def _count(siblings: list[Node]) -> None:
    """The place as code, where every number that is printed beside it agrees with its own place (C10)."""
    levels = {node.level.key for node in siblings}
    printed = [(place, node.code) for place, node in enumerate(siblings, start=1) if node.code]
    named = len(levels) == 1 and not any(key.startswith("unnamed") for key in levels)
    if named and printed and all(depth(code) == 1 and code == str(place) for place, code in printed):
        for place, node in enumerate(siblings, start=1):
            node.code = node.code or str(place)
