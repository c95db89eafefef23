"""How a verb says no: with words for the person who asked."""


class Refused(Exception):
    """The act was not done and nothing was changed; the message says why and what to do, in the reader's language."""
