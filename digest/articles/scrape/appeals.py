"""Paragraphs that ask readers for pictures and tips: a question, and then where to send the answer.

A newsroom puts them among its paragraphs, and each sentence of them reads well. A question alone is none: it may be a
reporter's own; it is the order to write to the newsroom behind it that no article gives its readers.
"""

import re

_LONGEST = 400  # signs
_ASKED = (
    r"(?:have you|do you|did you|are you|were you|got (?:a|any|some)|know (?:more|something|anything)|haben sie|hast du"
    r"|wissen sie|waren sie|avez-vous|vous avez|êtes-vous|étiez-vous|¿?\s?(?:tienes?|tiene usted|has |sabes?|fuiste)"
    r"|você (?:tem|viu)|tem (?:fotos|vídeos)|hai (?:foto|visto)|heb(?:t u| je|t je)|har du|masz )"
)
_SEND = (
    r"(?:please )?(?:send|e-?mail|mail|write|contact|call|ring|text|whatsapp|tell|let|share|get in touch|drop|upload"
    r"|message|schreiben|schicken|senden|melden|mailen|schreib|schick|écrivez|envoyez|contactez|racontez|appelez"
    r"|escríbe|envía|mánda|cuénta|contácta|escreva|envie|mande|conte|scriv|invia|manda|raccont|mail|stuur|laat|skriv"
    r"|send|tipsa|kontakt|hör av|napisz|wyślij)"
)
_US = (
    r"(?:\bus\b|\bour\b|newsroom|\bhere\b|@|\buns\b|redaktion|-nous|notre|\bnos\b|redacción|nuestr|noss[oa]|nostr[oa]"
    r"|redazione|\bons\b|redactie|\boss\b|\bos\b|redakcj|(?<=[a-záí])(?:nos|ci)\b)"
)
_APPEAL = re.compile(rf"{_ASKED}[^?？]{{0,200}}[?？] ?{_SEND}[^.!?]{{0,160}}?{_US}", re.IGNORECASE)


def is_appeal(text: str) -> bool:
    """Tell whether a paragraph asks readers to send something to the newsroom.

    >>> is_appeal("Have you got pictures of the storm? Send them to our newsroom."), is_appeal("Have you seen her?")
    (True, False)
    """
    return ("?" in text or "？" in text) and len(text) <= _LONGEST and _APPEAL.match(text) is not None
