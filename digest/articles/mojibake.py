"""Repair mojibake: UTF-8 that somebody once read as Windows-1252 or Latin-1, so that ’ became â€™ and é became Ã©.

The repair is exact: the signs go back to the bytes that they were made of, and those are UTF-8. The danger is text
that is meant as it stands: "“CAFÉ”" ends with two signs that could be the bytes of another letter. So a single
sequence is repaired only where nobody writes it: its second sign is a symbol, as in Ã©, or its first two are, as in
â€; several in a row prove one another. What could be either is repaired only where nearly all other signs beyond ASCII
are mojibake too. What was spoilt twice is repaired twice.
"""

import re

_BEYOND = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"  # Windows-1252 from 0x80 on; blank: no sign of its own, as in Latin-1
_BYTES = {sign: 0x80 + place for place, sign in enumerate(_BEYOND) if sign != " "}
_MORE = f"[\x80-\xbf{''.join(_BYTES)}]"  # the bytes 0x80 to 0xBF, which follow the first one of a letter
_PUNCTUATION = (
    "‘’“”‹›«»„‚…–—•·ªº°™®©´¨¸\xa0\xb2\xb3\xb9ŠšŒœŽžŸ"  # what may stand behind a word that ends with a capital
)
_LETTER = f"(?:[Â-ß]{_MORE}|[à-ï]{_MORE}{{2}}|[ð-ô]{_MORE}{{3}})"
_SURE = re.compile(
    rf"""
      {_LETTER}{{2,}}                            # several in a row
    | â[€‚„\x80\x82\x84]{_MORE}                  # ’ “ – … € ™
    | ð[Ÿ\x9f]{_MORE}{{2}}                       # emoji
    | [ÂÃ](?![{_PUNCTUATION}]){_MORE}            # é ü £
    | (?<![^\W\d_])[ÂÃ][©ª¨³¹²º´¸®°·«»\xa0]      # the same after no letter, such as é in "Ã©tude"
    | [ÂÃ][©ª¨³¹²º´¸®°·](?=[a-zß-öø-ÿ])         # before a small letter, such as é in "PÃ©rez"
    | (?<=[a-zß-öø-ÿ])[ÂÃ]{_MORE}                # the same after a small letter: no word goes on with a capital
    """,
    re.VERBOSE,
)
_LIKELY = re.compile(_LETTER)
_FIRST_TWO = re.compile(f"[Â-ô]{_MORE}")  # of each of these; found ten times as fast, and most texts have none
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_NEARLY_ALL = 0.9  # of the signs beyond ASCII
_MOST_TIMES = 4  # that a text was spoilt


def repaired(text: str) -> str:
    """Return `text` with its mojibake repaired, where that is sure; in linear time.

    >>> repaired("The cafÃ© isnâ€™t open"), repaired("“CAFÉ” SÃO PAULO, Äpfel")
    ('The café isn’t open', '“CAFÉ” SÃO PAULO, Äpfel')
    """
    for _ in range(0 if text.isascii() else _MOST_TIMES):
        better = _repaired_once(text)
        if better == text:
            break
        text = better
    return text


def _repaired_once(text: str) -> str:
    if not _FIRST_TWO.search(text) or not _SURE.search(text):
        return text
    likely = sum(len(found[0]) for found in _LIKELY.finditer(text))
    all_of_it = likely >= _NEARLY_ALL * len(_FOREIGN.findall(text))
    return (_LIKELY if all_of_it else _SURE).sub(_as_utf8, text)


def _as_utf8(found: re.Match[str]) -> str:
    try:
        return bytes(_BYTES.get(sign, ord(sign)) for sign in found[0]).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
