"""Which of two languages of a text is behind the other, from what the text was over time (law 10, D bis). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Text:
    """A text in both languages as it was from a moment on. `settled`: somebody said then that the two agree."""

    at: datetime
    es: str
    en: str
    settled: bool = False


@dataclass(frozen=True)
class Behind:
    """The language that is behind, since when, and whether it has no text at all."""

    language: str
    since: datetime
    absent: bool


def behind(texts: Iterable[Text]) -> Behind | None:
    """What is behind at the end; `texts` in order of time. None where both languages agree, or neither has a text.

    A language is behind from the moment the other was changed alone, until it is changed too, or somebody says that
    it is right as it is. Filling an empty language is translating: it leaves nothing behind.
    """
    now: Behind | None = None
    before = {"es": "", "en": ""}
    for text in texts:
        after = {"es": text.es.strip(), "en": text.en.strip()}
        now = _step(now, before, after, text)
        before = after
    return now


def _step(now: Behind | None, before: dict[str, str], after: dict[str, str], text: Text) -> Behind | None:
    empty = [language for language in after if not after[language]]
    if len(empty) == 1:
        stays = now and now.absent and now.language == empty[0]
        return now if stays else Behind(empty[0], text.at, absent=True)
    changed = [language for language in after if after[language] != before[language]]
    if empty or text.settled or len(changed) == 2:
        return None
    if not changed:
        return now
    language, other = changed[0], "en" if changed[0] == "es" else "es"
    if not before[language] or (now and now.language == language):
        return None
    return now or Behind(other, text.at, absent=False)
