"""The one place where `digest check --external` meets the network: by the fetcher of `digest add`.

So the same bounds hold: robots.txt, a pause between two questions to a host, no private address, a time and a size that
are never exceeded.
"""

from collections.abc import Callable

from digest.intake.fetch import Fetcher
from digest.intake.outcomes import Refused
from digest.intake.settings import FetchSettings
from digest.publish.checkexternal import Answer


def probe(settings: FetchSettings) -> Callable[[str], Answer]:
    """Return what asks for a link, and says what its host answered."""
    fetcher = Fetcher(settings)
    return lambda link: _answer(fetcher, link)


def polite(*, allow_private: bool) -> FetchSettings:
    """Return the bounds of asking for links."""
    return FetchSettings(allow_private=allow_private)


def _answer(fetcher: Fetcher, link: str) -> Answer:
    """Return what a host answers; a refusal that has no status, such as that of robots.txt, tells nothing."""
    try:
        seen = fetcher.look(link)
    except Refused as refusal:
        return Answer(refusal.status)
    return Answer(seen.status, seen.moved)
