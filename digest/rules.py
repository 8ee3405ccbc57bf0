"""The rules of `digest check`: one line for each thing that can be wrong, by a code that never changes.

A fault bears the code of its rule (`Fault.rule`), so that a curator can say in digest.yaml which of them matter: an
`error` fails the check and a deploy, a `warn` fails with --strict, and what is `off` is not looked at again. What stops
a build is always an error, whatever its rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Severity = Literal["error", "warn", "off"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Rule:
    """How much a fault matters where digest.yaml says nothing, and what the rule is about."""

    level: Severity
    about: str


RULES: Mapping[str, Rule] = {
    "ambiguous-date": Rule("error", "an article's date can be read in two ways, so the article has none"),
    "bad-date": Rule("error", "a date that is written in a form nobody can be sure of"),
    "bad-feed": Rule("error", "a feed that cannot be read"),
    "bad-lock": Rule("error", "a line of threads.lock that says nothing, or contradicts another"),
    "bad-template": Rule("error", "a template that cannot be rendered"),
    "bad-value": Rule("error", "a key whose value is not what the key asks for"),
    "bad-yaml": Rule("error", "front matter, or a file of YAML, that is none"),
    "broken-anchor": Rule("error", "a link to a place of a page that the page does not have"),
    "broken-link": Rule("error", "a link within the site that leads nowhere"),
    "contradiction": Rule("error", "two words of yours that exclude one another"),
    "dangling-word": Rule("error", "a word of yours that names an article, thread, day or sentence that is not there"),
    "dead-link": Rule("error", "an article's link that its outlet has no more (--external)"),
    "derived-title": Rule("warn", "a title made of the first sentence, since none was found"),
    "duplicate-entry": Rule("warn", "two entries of feeds that are one by their guid, with other words"),
    "duplicate-id": Rule("error", "two articles with one id, of which the second is set aside"),
    "duplicate-link": Rule("warn", "two articles with one link"),
    "edited-workflow": Rule("error", "a workflow that `digest deploy github` would write over"),
    "empty-article": Rule("error", "an article's file with nothing in it"),
    "empty-page": Rule("warn", "a page with nothing to read"),
    "future-date": Rule("warn", "an article that is dated later than tomorrow"),
    "large-file": Rule("error", "a file of the site that git hosts refuse, above 100 MB"),
    "large-site": Rule("error", "a site above the 1 GB that GitHub Pages takes"),
    "low-confidence": Rule("warn", "an article whose body the cleaner is not sure of"),
    "misspelt-key": Rule("warn", "a key of front matter that is nearly a known one"),
    "missing-link": Rule("warn", "an article without a link to where it was published"),
    "missing-source": Rule("warn", "an article of which no outlet is known"),
    "moved-link": Rule("warn", "an article's link that its outlet has moved for good (--external)"),
    "near-limit": Rule("warn", "a site above 800 MB, which will soon be too large"),
    "no-search": Rule("error", "search is asked for, and its index cannot be made"),
    "no-sentence": Rule("warn", "an article of which no sentence is left"),
    "over-budget": Rule("warn", "an article that is shown nowhere, since no sentence of it fits what may be shown"),
    "page-clash": Rule("error", "two pages at one address"),
    "path-clash": Rule("error", "two files of the site at one path, on some disks or on all"),
    "reserved-name": Rule("warn", "a file's name that Windows cannot have"),
    "silent-link": Rule("off", "an article's link whose host does not tell whether it is there (--external)"),
    "stale-lock": Rule("warn", "threads.lock is not what a build would write, so `build --frozen` fails"),
    "unanswered-correction": Rule("warn", "a line under keep: or cut: that no line of the article reads"),
    "undated": Rule("error", "an article without a date"),
    "unknown-format": Rule("error", "a file below content/articles/ of a kind that digest does not read"),
    "unknown-key": Rule("error", "a key that says nothing to digest"),
    "unknown-source": Rule("warn", "an outlet that articles name and sources.yaml does not know"),
    "unreadable": Rule("error", "a file that cannot be read"),
    "unusable-link": Rule("warn", "a link that no page may carry"),
    "unwritable-site": Rule("error", "the output folder cannot be written"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """How much each rule matters to the curator, by its code; of what is not named, the rule's own level holds."""

    levels: Mapping[str, Severity] = field(default_factory=dict)

    def level(self, rule: str) -> Severity:
        """Return the level of a rule.

        >>> CheckSettings({"undated": "off"}).level("undated"), CheckSettings().level("undated")
        ('off', 'error')
        """
        return self.levels.get(rule) or RULES[rule].level
