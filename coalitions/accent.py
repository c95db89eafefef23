"""The accent colour of a coalition, made legible on white paper."""

LEGIBLE = 4.5
"""WCAG 2.2, 1.4.3: contrast of text with what is behind it."""

WASH = 0.9
"""How much white is in the wash behind a marked row."""


def channels(colour: str) -> tuple[int, int, int]:
    """`#rrggbb` as three numbers of 0 to 255. Raises ValueError on anything else."""
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"{colour} is not a colour of the form #rrggbb.")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(colour: str, paper: str = "#ffffff") -> float:
    """The contrast of two colours, 1 to 21."""
    light, dark = sorted((_luminance(colour), _luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def legible(colour: str) -> str:
    """The colour itself where text in it can be read on white and on its own wash; else the nearest darker one."""
    while min(contrast(colour), contrast(colour, wash(colour))) < LEGIBLE:
        colour = _hex(*(channel * 0.95 for channel in channels(colour)))
    return colour


def wash(colour: str) -> str:
    """A very light tint of the colour, for what stands behind text."""
    return _hex(*(255 * WASH + channel * (1 - WASH) for channel in channels(colour)))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _hex(*parts: float) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in parts)
