"""Outlets: content/sources.yaml, and which of its outlets an article came from.

Wire and outlet are told apart: an agency's text that a newspaper printed has the newspaper as its source. Nothing is
guessed: a name that sources.yaml does not know stays the name that was found.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast, get_args

from digest.errors import DigestError, Fault
from digest.model import Outlet, Rights
from digest.tools.text import host, slug, web_link
from digest.tools.yamlfile import Node, as_choice, as_number, as_text, optional, read_yaml, unknown_keys

_KEYS = ("name", "home", "kind", "country", "weight", "rights")
_AGENCIES: Mapping[str, tuple[str, ...]] = {
    "afp": ("agence france-presse", "agence france presse"), "ap": ("associated press", "the associated press"),
    "reuters": ("thomson reuters",), "dpa": (), "efe": (), "ansa": (), "xinhua": (), "tass": ("itar-tass",),
    "interfax": (), "ria": ("ria novosti",), "aa": ("anadolu", "anadolu agency"), "kyodo": ("kyodo news",),
    "yonhap": (), "pti": (), "ians": (), "ani": (), "upi": (), "bloomberg": (),
    "pa": ("pa media", "press association"), "ukrinform": (), "belga": (), "apa": (), "sda": ("keystone-sda",),
    "cp": ("canadian press", "the canadian press"), "aap": (),
}  # fmt: skip
_AGENCY_OF = {name: key for key, names in _AGENCIES.items() for name in (key, *names)}


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets of sources.yaml by key, in the order of the file, and the faults found in it."""

    by_key: Mapping[str, Outlet]
    faults: tuple[Fault, ...] = ()

    def named(self, name: str) -> Outlet:
        """Return the outlet that a key, a name or a domain means; an unknown one bears the name it was given."""
        wanted = name.strip().casefold().removeprefix("www.")
        for outlet in self.by_key.values():
            if wanted in {outlet.key.casefold(), outlet.name.casefold(), host(outlet.home or "")} - {""}:
                return outlet
        return Outlet(slug(name), name, known=False)

    def of_link(self, link: str) -> Outlet | None:
        """Return the outlet at whose home, or below whose domain, a link leads."""
        domain = host(link)
        for outlet in self.by_key.values():
            home = host(outlet.home or "")
            if home and (domain == home or domain.endswith(f".{home}")):
                return outlet
        return None


def read_outlets(path: Path, name: str) -> Outlets:
    """Return the outlets of the file at `path`, named `name` in messages; a file that is not there has none."""
    if not path.is_file():
        return Outlets({})
    outlets, faults = {}, []
    try:
        for key, node in read_yaml(path.read_text("utf-8-sig", errors="replace"), name).fields(name).items():
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

    >>> agency("Agence France-Presse"), agency("Port Amber Wire")
    ('afp', 'port amber wire')
    """
    plain = name.strip().casefold()
    return _AGENCY_OF.get(plain, plain)


def _outlet(key: str, node: Node) -> Outlet:
    fields = node.fields(f"the outlet {key}")
    home = optional(fields, "home", as_text, "")
    if home and web_link(home) is None:
        raise fields["home"].fault(f"home is {fields['home'].shown}", "Write a link that begins with https://")
    rights = optional(fields, "rights", partial(as_choice, choices=get_args(Rights)), None)
    return Outlet(
        key, optional(fields, "name", as_text, key), home=home or None, kind=optional(fields, "kind", as_text, None),
        country=optional(fields, "country", as_text, None), weight=optional(fields, "weight", as_number, 1.0),
        rights=cast("Rights | None", rights),
    )  # fmt: skip
