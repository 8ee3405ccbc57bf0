"""`digest check`: what a curator should mend."""

from datetime import UTC, datetime
from typing import cast

import click

from digest.commands.build import edition_day
from digest.commands.scope import Scope, scope, show
from digest.errors import DigestError, Fault, faults_of
from digest.publish.check import Days, Inspection, fails, inspect, judged
from digest.publish.checkformat import FORMATS, Format, lines, summary
from digest.rules import CheckSettings


@click.command(
    epilog="""
Examples:

\b
  digest check
  digest check --strict --format github
  digest check --external
  digest -q check --format json | jq -r .rule
"""
)
@click.option("--strict", is_flag=True, help="Fail for warnings too.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How findings are printed."
)
@click.option("--external", is_flag=True, help="Ask the hosts of articles' links whether they are still there.")
@click.option("--allow-private", is_flag=True, help="With --external: ask hosts of your own network too.")
@click.option("--base-url", metavar="URL", help="Where the site will be published, instead of digest.yaml's base_url.")
@click.option("--now", metavar="DAY", help="The day of the edition, as for a build. [default: as for a build]")
@click.pass_context
def command(
    context: click.Context,
    strict: bool,
    form: str,
    external: bool,
    allow_private: bool,
    base_url: str | None,
    now: str | None,
) -> int:
    """Tell what should be mended in the articles, in your words on them, and in the site; write nothing but the cache.

    Each rule has a level, error, warn or off, that `check:` in digest.yaml can change. An error fails the check.
    """
    days = Days.of(edition_day(now), datetime.now(UTC))
    try:
        here = scope(context, base_url=base_url)
        found = inspect(here.project, here.config, days, here.means)
        outside = _external(here, found, days, allow_private=allow_private) if external else ()
        findings = judged((*found.faults, *outside), found.stops, here.config.check)
    except (DigestError, ExceptionGroup) as error:
        findings = judged((), faults_of(error), CheckSettings())
    show(lines(findings, cast("Format", form)))
    if not context.obj[1]:
        click.echo(summary(findings), err=True)
    return int(fails(findings, strict=strict))


def _external(here: Scope, found: Inspection, days: Days, *, allow_private: bool) -> tuple[Fault, ...]:
    """Return what is wrong with links that lead out; what asks for them is imported for that alone."""
    from digest.publish.checkexternal import check_external, places  # noqa: PLC0415
    from digest.publish.checkprobe import polite, probe  # noqa: PLC0415

    ask = probe(polite(allow_private=allow_private))
    store = here.project.cache.parent / "links.json"
    external = check_external(places(found.links, here.project.root), ask, store, days.clock, here.step)
    here.say(external.told())
    return external.faults
