"""The narrative's markup: what it makes of each mark, that nothing is dropped, and that no HTML passes (E16, P26)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.markup import ATTRIBUTES, TAGS, render

MARKS = st.sampled_from(
    ["**", "*", "[^1]", "[^1]: nota", "\n", "\n\n", "- ", "1. ", "[a](https://x.org)", "<b>", "<script>", "&", "ñ "]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("Uno\n\nDos", "<p>Uno</p><p>Dos</p>"),
        ("Uno\r\nDos", "<p>Uno<br>Dos</p>"),
        ("**fuerte** y *suave*", "<p><strong>fuerte</strong> y <em>suave</em></p>"),
        ("3 * 4 * 5 y a*b*c", "<p>3 * 4 * 5 y a*b*c</p>"),
        ("Para:\n- uno\n- dos\nFin", "<p>Para:</p><ul><li>uno</li><li>dos</li></ul><p>Fin</p>"),
        ("1. uno\n2) dos", "<ol><li>uno</li><li>dos</li></ol>"),
        ("2024-2025 y 3.1 no", "<p>2024-2025 y 3.1 no</p>"),
        ("[aquí](https://example.org/a?b=1&c=2)",
         '<p><a href="https://example.org/a?b=1&amp;c=2" rel="noopener">aquí</a></p>'),
        ("[aquí](javascript:alert(1))", "<p>[aquí](javascript:alert(1))</p>"),
        ("<b>x</b> & <script>y</script>", "<p>&lt;b&gt;x&lt;/b&gt; &amp; &lt;script&gt;y&lt;/script&gt;</p>"),
        ("Sin nota[^9].", "<p>Sin nota[^9].</p>"),
    ],
)  # fmt: skip
def test_each_mark(text, html):
    assert render(text) == html


def test_footnotes_are_numbered_as_they_are_mentioned_and_none_is_lost():
    html = render(
        "Uno[^b] y dos[^a], otra vez[^b].\n\n[^a]: Primera.\n[^b]: **Segunda**.\n[^c]: Sin mención.", "s7-"
    )
    assert re.findall(r'<li id="([\w-]+)">(.*?)</li>', html) == [
        ("s7-note-1", "<strong>Segunda</strong>."),
        ("s7-note-2", "Primera."),
        ("s7-note-3", "Sin mención."),
    ]
    assert re.findall(r'href="#([\w-]+)"', html) == ["s7-note-1", "s7-note-2", "s7-note-1"]
    assert html.count('id="s7-ref-1"') == 1


def test_a_second_note_of_one_label_stays_in_the_text():
    assert "otra" in render("Uno[^1].\n[^1]: nota\n[^1]: otra")


@given(st.one_of(st.text(max_size=80), st.lists(MARKS, max_size=14).map("".join)))
def test_only_our_tags_come_out_and_every_word_stays(text):
    html = render(text, "x")
    assert {tag.lower() for tag in re.findall(r"</?([a-zA-Z]+)", html)} <= TAGS
    assert set(re.findall(r"<\w+ (\w+)=", html)) <= {name for names in ATTRIBUTES.values() for name in names}
    for word in re.findall(r"[a-zñ]+", text):
        assert word in html or "&" in text
