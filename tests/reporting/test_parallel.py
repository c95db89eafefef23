"""Two renderings laid side by side: what differs stands twice, what is the same once (R7)."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from reporting.annual_report.parallel import join, side_by_side


def both(first, second):
    return side_by_side(first, second, ("es", "en"))


def test_what_both_say_is_printed_once_and_what_differs_in_two_columns():
    merged = both("<div><p>12</p><p>Hola</p></div>", "<div><p>12</p><p>Hello</p></div>")
    assert merged == (
        '<div><p>12</p><p class="rp-pair"><span lang="es">Hola</span><span lang="en">Hello</span></p></div>'
    )


def test_a_text_without_translation_is_printed_once_with_its_mark():
    marked = '<p><span class="rp-in" lang="es">Marco</span></p>'
    assert both("<p>Marco</p>", marked) == marked
    assert both(marked, "<p>Marco</p>") == marked


def test_a_number_is_printed_once_however_each_language_writes_it():
    assert both("<td>45 %</td>", "<td>45%</td>") == "<td>45 %</td>"
    assert both("<td>1.200</td>", "<td>1,200</td>") == "<td>1.200</td>"


def test_a_label_within_a_text_is_joined_so_that_the_text_stands_once():
    line = '<p><span class="rp-l">{}</span> Tabla 3</p>'
    assert both(line.format("Fuente"), line.format("Source")) == line.format("Fuente · Source")


def test_an_anchor_stands_once_and_what_one_language_alone_has_is_kept():
    first = '<tr><td id="a1"><b>Uno</b> y</td></tr>'
    second = '<tr><td id="a1"><b>One</b> and</td><td>(printed)</td></tr>'
    merged = both(first, second)
    assert merged.count('id="a1"') == 1
    assert '<td lang="en">(printed)</td>' in merged


def test_what_both_begin_with_is_not_said_twice():
    assert join("Ribera · Informe 2025", "Ribera · Report 2025") == "Ribera · Informe 2025 · Report 2025"


TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=12)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=6))
def test_no_word_of_either_language_is_lost(pairs):
    def tree(side):
        root = ElementTree.Element("div")
        for pair in pairs:
            ElementTree.SubElement(root, "p").text = pair[side]
        return ElementTree.tostring(root, encoding="unicode")

    said = "".join(ElementTree.fromstring(both(tree(0), tree(1))).itertext())
    kept = [text for pair in pairs for text in pair if any(letter.isalpha() for letter in text)]
    assert all(" ".join(text.split()) in " ".join(said.split()) for text in kept)
