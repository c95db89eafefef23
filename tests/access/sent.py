"""What a browser would send back from a page of the administration, untouched: every field of its form."""

from html.parser import HTMLParser


class _Fields(HTMLParser):
    """The successful controls of the one form that has a Save."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.forms, self.select, self.area, self.option = [], None, None, None

    def handle_starttag(self, tag, attributes):
        known = dict(attributes)
        if tag == "form":
            self.forms.append({})
        if not self.forms or "disabled" in known:
            return
        name, kind = known.get("name"), known.get("type", "text")
        if tag == "input" and name and kind not in {"submit", "button", "file"}:
            if kind not in {"checkbox", "radio"} or "checked" in known:
                self._put(name, known.get("value") or ("on" if kind == "checkbox" else ""))
        elif tag == "select":
            self.select, self.option = name, None
        elif tag == "option" and self.select and (self.option is None or "selected" in known):
            self.option = known.get("value", "")
        elif tag == "textarea":
            self.area = [name, ""]

    def handle_data(self, data):
        if self.area:
            self.area[1] += data

    def handle_endtag(self, tag):
        if tag == "select" and self.select:
            self._put(self.select, self.option or "")
            self.select = None
        elif tag == "textarea" and self.area:
            # A browser drops the first line break that a text area begins with, and ends lines with CR LF.
            self._put(self.area[0], self.area[1].removeprefix("\n").replace("\n", "\r\n"))
            self.area = None

    def _put(self, name, value):
        self.forms[-1].setdefault(name, []).append(value)


def sent(answer):
    """The data of the page's own form as a client posts it."""
    reader = _Fields()
    reader.feed(answer.content.decode())
    form = max(reader.forms, key=len)
    form.pop("csrfmiddlewaretoken", None)
    return form


def address(row, page="change/"):
    """The address of a page of a row in the administration."""
    return f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/{page}"
