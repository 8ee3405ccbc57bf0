"""What a browser may do with an answer of the preview, told before it reads a byte of it (Content-Security-Policy).

A page says it of itself too, but only a header holds for what is no page of ours: a drawing, a feed, a stray file of
HTML. They stand on the same origin as the pages that bear the word by which edits are let in, so they run nothing that
pages may not run, and send nothing anywhere. Scripts get no policy of that kind, since a worker is governed by its own.
"""

from html import unescape

from digest.publish.reload import POLICY, directives, joined

BARE = "frame-ancestors 'none'"
STRAY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_DOCUMENTS = frozenset({"text/html", "image/svg+xml", "application/xml", "application/atom+xml", "application/rss+xml"})
_LOOSE = frozenset({"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "data:", "blob:", "*"})  # for scripts


def policy(kind: str, content: bytes) -> str:
    """Return the policy for an answer of this Content-Type: the page's own, where it has one, and never a loose one."""
    media = kind.partition(";")[0]
    if media not in _DOCUMENTS:
        return BARE
    own = POLICY.search(content) if media == "text/html" else None
    return _strict(own[2]) if own else STRAY


def _strict(own: bytes) -> str:
    """Return a page's policy as a header: without inline scripts, and in no other page."""
    said = unescape(own.decode(errors="replace"))
    if not said.isascii() or not " ".join(said.split()).isprintable():
        return STRAY
    found = directives(said)
    scripts = found.get("script-src", found.get("default-src", ["'self'"]))
    found["script-src"] = [each for each in scripts if each.lower() not in _LOOSE] or ["'none'"]
    for name in ("script-src-elem", "script-src-attr"):
        found.pop(name, None)
    return joined({**found, "object-src": ["'none'"], "base-uri": ["'none'"], "frame-ancestors": ["'none'"]})
