"""What a cleaner can be in doubt about, in words that a curator can act on."""

from digest.model import Doubt

_MEND_DATE = "Set dates.order to DMY or MDY in digest.yaml, or write date: in the front matter"
_MEND_LINE = "Copy the line from what `digest explain` prints"
_MEND_BODY = "Look at it with `digest explain`, and write cut: for what is wrong or keep: for a line that is right"
_SHOWN = 80  # signs of a text that a message repeats


def date_in_two_ways(line: int, text: str) -> Doubt:
    """Return the doubt about an article's date, written "01/02/2025"."""
    return Doubt(line, f'the date "{_short(text)}" can be read in two ways', _MEND_DATE, "date")


def no_line_reads(line: int, text: str, near: int | None = None) -> Doubt:
    """Return the doubt about a correction in front matter that no line answers to; `near` is a line much like it."""
    hint = f" (line {near} is near)" if near else ""
    return Doubt(line, f'no line of the article reads "{_short(text)}"{hint}', _MEND_LINE)


def low_confidence(line: int) -> Doubt:
    """Return the doubt about a body that the cleaner is not sure to have found."""
    return Doubt(line, "low confidence in what is kept of this text", _MEND_BODY, "body")


def unlearnt_script(line: int) -> Doubt:
    """Return the doubt about a body in letters of which the cleaner has seen too few texts to trust itself."""
    return Doubt(line, "low confidence in what is kept of this text: its script is hardly known", _MEND_BODY, "body")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
