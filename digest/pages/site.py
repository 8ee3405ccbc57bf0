"""What a site says of itself on every page: the settings of digest.yaml that readers see."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from digest.tools.text import primary_language

# What a list of results shows of a title, in signs; of a longer one, the end is cut off.
_TITLE = 70
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
# Languages and scripts that are written from right to left (CLDR); a tag's script says more than its language.
_RIGHT_TO_LEFT = frozenset(
    "ar arc azb bal bgn ckb dv fa glk he iw khw ks lrc luz mzn nqo pnb ps rhg sd sdh skr syr ug ur yi".split()
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    "adlm arab aran armi avst chrs cprt elym garm hatr hebr khar lydi mand mani mend merc mero narb nbat nkoo orkh ougr"
    " palm perm phli phlp phnx prti rohg samr sarb sogd sogo syrc syre syrj syrn thaa yezi".split()
)
_SCRIPT = re.compile(r"-([A-Za-z]{4})(?:-|$)")


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The site: `base_url` is where it is published, and is needed for the feed and the sitemap only."""

    title: str = "News digest"
    base_url: str = ""
    description: str = ""
    language: str = "en"
    timezone: str = "UTC"
    image: str = ""  # what stands for a page where it is shared: a file of static/, or an address

    def __post_init__(self) -> None:
        if self.base_url and (
            urlsplit(self.base_url).scheme not in {"http", "https"} or not urlsplit(self.base_url).netloc
        ):
            raise ValueError(
                f'base_url is "{self.base_url}". Write the address of the site, such as https://example.org/news/'
            )
        if not _LANGUAGE.fullmatch(self.language):
            raise ValueError(f'language is "{self.language}". Write a language tag such as en or pt-BR')
        try:
            ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError(f'timezone is "{self.timezone}". Write a name such as Europe/Kyiv or UTC') from error
        if self.image and not _is_image(self.image):
            raise ValueError(
                f'image is "{self.image}". Write a file of static/ such as card.png, or an http or https address'
            )

    @property
    def root(self) -> str:
        """Return the path at which the site lies on its host: "/" or "/news/"."""
        return urlsplit(self.base_url).path.rstrip("/") + "/"

    def named(self, title: str) -> str:
        """Return what a browser calls a page: its title and the site's, or its own alone where both are too long.

        >>> site = SiteSettings(title="The Harbour Post digest")
        >>> site.named("Archive"), site.named("Six boats burnt in the harbour of Alma on Friday night")
        ('Archive · The Harbour Post digest', 'Six boats burnt in the harbour of Alma on Friday night')
        """
        both = f"{title} · {self.title}"
        return both if len(both) <= _TITLE else title

    def absolute(self, url: str) -> str:
        """Return the full address of a page of the site."""
        return self.base_url.rstrip("/") + _quoted(url)


_quoted = lru_cache(maxsize=10_000)(quote)  # a page's address stands in its head, in feeds, and in what lists it


def _is_image(image: str) -> bool:
    """Tell whether a setting names a web address, or a file by its path below static/."""
    try:
        address = urlsplit(image)
    except ValueError:
        return False
    if address.scheme:
        return address.scheme in {"http", "https"} and bool(address.netloc)
    return not image.startswith("/") and ".." not in image.split("/")


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """Whether a project asks for an index, and where it does, for messages."""

    wanted: bool = False
    path: str = "digest.yaml"
    line: int = 1


def direction(language: str) -> str:
    """Return "rtl" for a language that is written from right to left, else "ltr".

    >>> [direction(tag) for tag in ("ar", "de", "az-Arab-IR", "ks-Deva", "und-Hebr", "en-x-arab")]
    ['rtl', 'ltr', 'rtl', 'ltr', 'rtl', 'ltr']
    """
    script = _SCRIPT.search(language.partition("-x-")[0])
    if script:
        return "rtl" if script[1].lower() in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary_language(language) in _RIGHT_TO_LEFT else "ltr"
