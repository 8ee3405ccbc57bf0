"""Clean a fragment of HTML, such as the content that a feed gives for an article.

A feed holds the article alone, without the page around it, so nothing is judged to be boilerplate: all words are kept
but those that no reader sees and the captions of figures, which speak of the picture.
"""

import re

from digest.articles.references import unescaped
from digest.tools.tags import paragraphs

_CAPTION = re.compile(r"<figcaption(?=[\s/>]).*?(?:</fig(?:caption|ure)\s*+>|\Z)", re.DOTALL | re.IGNORECASE)


def clean_fragment(html: str) -> tuple[str, ...]:
    """Return the paragraphs of `html`, plain text, in order; in linear time, however deep it is nested.

    >>> clean_fragment("<p>One.</p><figure><img src=x><figcaption>A boat.</figcaption></figure>Two.<script>x</script>")
    ('One.', 'Two.')
    """
    found = (" ".join(unescaped(text).split()) for text in paragraphs(_CAPTION.sub("<p>", html)))
    return tuple(text for text in found if text)
