"""Text without case, accents and the signs before a word, the same in Python, SQLite and PostgreSQL.

Each searched model has a generated column: the database itself folds its texts whenever a row is written, however it
is written, so that nothing searched is ever stale. Folding while searching would cost twenty times as much.
"""

import unicodedata
from typing import Any

from django.db.models import Func, GeneratedField, Q, TextField

ASCII = {chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
# The letters of European languages in Latin script; without a locale a database knows lower case for A to Z only.
LETTERS = {
    letter: base.lower()
    for letter in map(chr, range(0xC0, 0x180))
    if (base := unicodedata.normalize("NFD", letter)[0]) != letter
}
# A word begins after a blank, so what may stand before one becomes a blank; what follows one does no harm.
SIGNS = dict.fromkeys('\n\r\t\u00a0\u202f\u2007([{<«“”„‘’"¿¡/|\\+*=#@_-–—•·…&~\u200b\u200e\u200f\ufeff', " ")
MARKS = dict.fromkeys("\u0300\u0301\u0302\u0303\u0308\u0327", "")
TABLE = {ord(sign): other for sign, other in (LETTERS | SIGNS | MARKS).items()}
_ALL = TABLE | {ord(sign): other for sign, other in ASCII.items()}
TRAILING = ".,;:!?)]}>»'%"
MOST_WORDS = 10
FUNCTION = "plenaria_fold"


def fold(text: str) -> str:
    """The text as it is searched; characters keep their places but for marks written apart from their letter."""
    return text.translate(_ALL)


def words(text: str) -> list[str]:
    """The words of what somebody looks for, folded, each once; the first ten."""
    bare = (word.strip(TRAILING) for word in fold(text.replace("\x00", " ")).split())
    return list(dict.fromkeys(word for word in bare if word))[:MOST_WORDS]


def having(looked_for: list[str]) -> Q:
    """Rows whose `search_text` has, for each of the folded words, a word that begins with it."""
    return Q(*(Q(search_text__contains=f" {word}") for word in looked_for))


class Folded(Func):
    """The texts of several columns, one after the other, folded. It begins with a blank."""

    output_field = TextField()

    def _joined(self, compiler: Any, connection: Any) -> str:
        parts = []
        for expression in self.get_source_expressions():
            sql, params = compiler.compile(expression)
            assert not params, "only columns: the definition of a column has no parameters"
            parts.append(f"COALESCE({sql}, '')")
        return "' ' || " + " || ' ' || ".join(parts)

    def as_sqlite(self, compiler: Any, connection: Any, **_rest: Any) -> tuple[str, tuple[()]]:
        # A chain of REPLACE would do it without a function of our own, but the parser of SQLite takes 30 of them.
        return f"{FUNCTION}({self._joined(compiler, connection)})", ()

    def as_postgresql(self, compiler: Any, connection: Any, **_rest: Any) -> tuple[str, tuple[()]]:
        # Whatever stands beyond the end of the second list is left out.
        order = sorted(TABLE.items(), key=lambda pair: not pair[1])
        first, second = "".join(chr(code) for code, _ in order), "".join(other for _, other in order)
        joined = f'({self._joined(compiler, connection)}) COLLATE "C"'
        return f"TRANSLATE(LOWER({joined}), {_literal(first)}, '{second}')", ()


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def search_text(*columns: str) -> GeneratedField:
    """A column that the database fills with what of a row is searched."""
    return GeneratedField(expression=Folded(*columns), output_field=TextField(), db_persist=True)


def teach(connection: Any, **_signal: Any) -> None:
    """Receiver of connection_created: SQLite learns to fold. Without it a write to a searched table is refused."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(FUNCTION, 1, fold, deterministic=True)
