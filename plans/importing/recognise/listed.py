"""The list of objectives in front of a plan against the headings in its body (P28). Pure."""

from plans.importing.recognise.draft import Draft, Node
from plans.importing.recognise.facts import is_same_text


def compare(draft: Draft) -> None:
    """Keep both wordings where they differ, and say so; an entry without a heading is said too."""
    for place, (code, title, where) in enumerate([*draft.tabled, *draft.listed], start=1):
        node = _node(draft, code or str(place - len(draft.tabled)), title)
        if node is None:
            draft.leave(where, title, "list of objectives")
        elif place <= len(draft.tabled):
            _list_is_title(draft, node, title, where)
        elif not is_same_text(node.title, title):
            node.extra["titles"] = {"title_in_list": title}
            draft.ask("list_differs", where, title, node.title)


def _list_is_title(draft: Draft, node: Node, title: str, where: str) -> None:
    """A table of titles is where the objectives are named; the heading's wording is kept beside it."""
    heading = node.title
    node.extra["titles"] = {"title_in_heading": heading}
    node.title, node.title_printed = title, ""
    if not is_same_text(heading, title):
        draft.ask("list_differs", where, title, heading)


def _node(draft: Draft, code: str, title: str) -> Node | None:
    """The node of the outermost level with this code, else with this title."""
    nodes = draft.nodes
    same = [node for node in nodes if node.code == code]
    return same[0] if same else next((node for node in nodes if is_same_text(node.title, title)), None)
