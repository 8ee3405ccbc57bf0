"""Outlets: content/sources.yaml, and which of its outlets an article came from.

Wire and outlet are told apart: an agency's text that a newspaper printed has the newspaper as its source. Names are
compared as people and sites write them: "The Harbour Post", "harbourpost.com" and "HARBOUR POST" are one. Nothing is
guessed: a name that sources.yaml does not know, or that two of its outlets could bear, stays the name that was found.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import cast, get_args

from digest.errors import DigestError, Fault
from digest.model import Outlet, Rights
from digest.tools.files import content_home, decoded, is_there, read_whole
from digest.tools.text import host, slug, web_link
from digest.tools.yamlfile import Node, as_choice, as_number, as_text, as_texts, optional, read_yaml, unknown_keys

_KEYS = ("name", "home", "kind", "country", "weight", "rights", "words", "share", "aliases")
_LONGEST = 200  # signs of a name
_DOMAIN = re.compile(r"(?:\.(?:com?|org|net|gov|edu|ac))?\.[a-z]{2,24}$")  # ".com", ".co.uk", ".example"
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_SIGNS = re.compile(r"[\W_]+")
_ASIDE = re.compile(r" \([a-z]{2,8}\)$")  # "The Associated Press (AP)"
_NEWS = re.compile(r"(?: news)?(?: agency| service)?$")
_AGENCIES: Mapping[str, tuple[str, ...]] = {
    "afp": ("agence france-presse", "agence france presse"), "ap": ("associated press",),
    "reuters": ("thomson reuters",), "dpa": ("deutsche presse-agentur",), "efe": ("agencia efe",), "ansa": (),
    "xinhua": (), "tass": ("itar-tass",), "interfax": (), "ria": ("ria novosti",), "aa": ("anadolu",),
    "kyodo": (), "yonhap": (), "pti": ("press trust of india",), "ians": ("indo-asian",), "ani": (),
    "upi": ("united press international",), "bloomberg": (), "pa": ("pa media", "press association"),
    "ukrinform": (), "belga": (), "apa": (), "sda": ("keystone-sda",), "cp": ("canadian press",),
    "aap": ("australian associated press",),
}  # fmt: skip
_KINDS = frozenset({"agency", "news agency", "wire service"})  # of outlets whose texts others print
_AGENCY_OF = {name: key for key, names in _AGENCIES.items() for name in (key, *names)}


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets of sources.yaml by key, in the order of the file, and the faults found in it."""

    by_key: Mapping[str, Outlet]
    faults: tuple[Fault, ...] = ()
    _by_name: Mapping[str, Outlet | None] = field(init=False, repr=False, compare=False)  # None: two bear it

    def __post_init__(self) -> None:
        by_name: dict[str, Outlet | None] = {}
        for outlet in self.by_key.values():
            # An exact name comes before a likeness, whichever outlet stands first.
            by_name.setdefault(_plain(outlet.key), outlet)
            by_name.setdefault(_plain(outlet.name), outlet)
        for outlet in self.by_key.values():
            for name in {_folded(each) for each in (outlet.key, outlet.name, host(outlet.home or ""), *outlet.aliases)}:
                by_name[f"~{name}"] = outlet if by_name.get(f"~{name}", outlet) == outlet else None
        object.__setattr__(self, "_by_name", by_name)

    def named(self, name: str) -> Outlet:
        """Return the outlet that a key, a name, a site or a domain means; else one that bears this name."""
        plain = _plain(name)
        domain = plain if _HOST.fullmatch(plain) else ""
        found = self._by_name.get(plain) or self._by_name.get(f"~{_folded(name)}") or self.of_link(f"//{domain}")
        return found or Outlet(slug(name), name, known=False)

    def name_of(self, name: str) -> str:
        """Return the key of the outlet that `name` means, or the name itself where sources.yaml knows none."""
        outlet = self.named(name)
        return outlet.key if outlet.known else outlet.name

    def agency(self, name: str) -> Outlet | None:
        """Return the outlet that `name` means, if sources.yaml says that it is an agency."""
        outlet = self.named(name)
        return outlet if outlet.known and (outlet.kind or "").casefold().strip() in _KINDS else None

    def of_link(self, link: str) -> Outlet | None:
        """Return the outlet at whose home, or below whose domain, a link leads; of two the nearer one."""
        domain = host(link)
        homes = ((host(outlet.home or ""), outlet) for outlet in self.by_key.values())
        above = [(home, outlet) for home, outlet in homes if home and (domain == home or domain.endswith(f".{home}"))]
        return max(above, key=lambda pair: len(pair[0]))[1] if above else None


def read_outlets(path: Path, name: str) -> Outlets:
    """Return the outlets of the file at `path`, named `name` in messages; a file that is not there has none."""
    if not is_there(path):
        return Outlets({})
    outlets, faults = {}, []
    try:
        text = decoded(read_whole(path, name, content_home(path.parent)))
        for key, node in read_yaml(text, name).fields(name).items():
            try:
                faults += [error.fault for error in unknown_keys(node.fields(f"the outlet {key}"), _KEYS)]
                outlets[key] = _outlet(key, node)
            except DigestError as error:
                faults.append(error.fault)
    except DigestError as error:
        faults.append(error.fault)
    return Outlets(outlets, tuple(faults))


def agency(name: str) -> str:
    """Return the key of a news agency, by any of its names; an unknown one is its name in lower case.

    >>> agency("Agence France-Presse"), agency("The Associated Press (AP)"), agency("Port Amber Wire")
    ('afp', 'ap', 'port amber wire')
    """
    return _agency_of(name) or _plain(name)


def is_agency(name: str) -> bool:
    """Return whether `name` is that of a news agency we know.

    >>> is_agency("Reuters"), is_agency("AFP News"), is_agency("Harbour Post"), is_agency("Ada Alm")
    (True, True, False, False)
    """
    return _agency_of(name) is not None


def _agency_of(name: str) -> str | None:
    plain = _plain(name).removeprefix("the ")
    spellings = (plain, _ASIDE.sub("", plain), _NEWS.sub("", plain))
    return next((_AGENCY_OF[each] for each in spellings if each in _AGENCY_OF), None)


def _plain(name: str) -> str:
    return " ".join(name[:_LONGEST].casefold().split()).strip(" .,;:")


def _folded(name: str) -> str:
    """Return what is left of a name without "The", "www." and ".com", without spaces and signs."""
    plain = _plain(name).removeprefix("https://").removeprefix("http://").split("/", 1)[0].removeprefix("www.")
    plain = _DOMAIN.sub("", plain) if " " not in plain else plain.removeprefix("the ")
    return _SIGNS.sub("", plain.replace("&", "and"))


def _outlet(key: str, node: Node) -> Outlet:
    fields = node.fields(f"the outlet {key}")
    home = optional(fields, "home", as_text, "")
    if home and web_link(home) is None:
        raise fields["home"].fault(f"home is {fields['home'].shown}", "Write a link that begins with https://")
    rights = optional(fields, "rights", partial(as_choice, choices=get_args(Rights)), None)
    return Outlet(
        key, optional(fields, "name", as_text, key), home=home or None, kind=optional(fields, "kind", as_text, None),
        country=optional(fields, "country", as_text, None), weight=optional(fields, "weight", as_number, 1.0),
        rights=cast("Rights | None", rights), aliases=optional(fields, "aliases", as_texts, ()),
        words=optional(fields, "words", _words, None), share=optional(fields, "share", _share, None),
    )  # fmt: skip


def _words(node: Node, name: str) -> int:
    number = as_number(node, name)
    if number < 0 or number != number // 1:
        raise node.fault(f"{name} is {node.shown}", "Write a whole number, 0 or more")
    return int(number)


def _share(node: Node, name: str) -> float:
    number = as_number(node, name)
    if not 0 <= number <= 1:
        raise node.fault(f"{name} is {node.shown}", "Write a number from 0 to 1")
    return number
