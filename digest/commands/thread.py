"""`digest thread`: the curator's word on threads, written into the files that hold it."""

from collections.abc import Callable
from pathlib import Path

import click

from digest.commands import completion
from digest.commands.examples import examples
from digest.commands.scope import Scope, scope
from digest.publish.curate import curate
from digest.threads import edit, folding
from digest.threads.edit import Plan
from digest.threads.standing import Standing


@click.group(
    epilog="""
Examples:

\b
  digest thread merge harbour-fire harbour-inquiry
  digest thread unmerge harbour-fire harbour-inquiry
  digest thread split harbour-fire new-breakwater breakwater-vote.md
  digest thread move a-7f3c91d2e4 harbour-fire
  digest thread rename harbour-fire "The harbour fire of Alma"
  digest thread pin harbour-fire
  digest thread fold harbour-fire a-7f3c91d2e4#5 a-0d24e81870#1
  digest thread unfold harbour-fire a-7f3c91d2e4#5
"""
)
def command() -> None:
    """Merge, unmerge, split, rename, pin or hide threads, move articles between them, and fold or unfold sentences.

    What you say is written into content/threads/SLUG.md, beside what stands there; the next build shows it.
    """


@command.command(epilog=examples("digest thread merge harbour-fire harbour-inquiry"))
@click.argument("into", metavar="INTO", shell_complete=completion.threads)
@click.argument("others", metavar="OTHER...", nargs=-1, required=True, shell_complete=completion.threads)
@click.pass_context
def merge(context: click.Context, into: str, others: tuple[str, ...]) -> None:
    """Make the threads OTHER part of the thread INTO. Their addresses lead there."""
    _carry_out(scope(context), lambda now: edit.merge(now, into, others))


@command.command(epilog=examples("digest thread unmerge harbour-fire harbour-inquiry"))
@click.argument("into", metavar="INTO", shell_complete=completion.threads)
@click.argument("others", metavar="OTHER...", nargs=-1, required=True, shell_complete=completion.threads)
@click.pass_context
def unmerge(context: click.Context, into: str, others: tuple[str, ...]) -> None:
    """Take the merged threads OTHER out of the thread INTO. Their articles and their addresses are theirs again."""
    _carry_out(scope(context), lambda now: edit.unmerge(now, into, others))


@command.command(epilog=examples("digest thread split harbour-fire new-breakwater breakwater-vote.md"))
@click.argument("slug", metavar="SLUG", shell_complete=completion.threads)
@click.argument("into", metavar="INTO", shell_complete=completion.threads)
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True, shell_complete=completion.articles)
@click.pass_context
def split(context: click.Context, slug: str, into: str, articles: tuple[str, ...]) -> None:
    """Take articles out of the thread SLUG into another. INTO is its slug: a new one, or that of a thread."""
    here = scope(context)
    _carry_out(here, lambda now: edit.split(now, slug, into, _names(here, articles)))


@command.command(
    epilog=examples(
        "digest thread move a-7f3c91d2e4 harbour-fire", "digest thread move storm.txt ferry.md spring-storms"
    )
)
@click.argument(
    "articles", metavar="ARTICLE...", nargs=-1, required=True, shell_complete=completion.threads_and_articles
)
@click.argument("slug", metavar="SLUG", shell_complete=completion.threads)
@click.pass_context
def move(context: click.Context, articles: tuple[str, ...], slug: str) -> None:
    """Move articles from wherever they are to the thread SLUG. It may be one that lost all of its own."""
    here = scope(context)
    _carry_out(here, lambda now: edit.move(now, _names(here, articles), slug))


@command.command(
    epilog=examples(
        'digest thread rename harbour-fire "The harbour fire of Alma"',
        'digest thread rename harbour-fire "The harbour fire" --alias port-fire',
    )
)
@click.argument("slug", metavar="SLUG", shell_complete=completion.threads)
@click.argument("title", metavar="TITLE")
@click.option("--alias", "aliases", metavar="OLD", multiple=True, help="Another slug whose address shall lead here.")
@click.pass_context
def rename(context: click.Context, slug: str, title: str, aliases: tuple[str, ...]) -> None:
    """Give the thread SLUG a title. Its slug, and so its address, never changes."""
    _carry_out(scope(context), lambda now: edit.rename(now, slug, title, aliases))


@command.command(epilog=examples("digest thread fold harbour-fire a-7f3c91d2e4#5 a-0d24e81870#1"))
@click.argument("slug", metavar="SLUG", shell_complete=completion.threads)
@click.argument("sentence", metavar="MARK")
@click.argument("into", metavar="INTO")
@click.pass_context
def fold(context: click.Context, slug: str, sentence: str, into: str) -> None:
    """List the sentence MARK as a repeat of the sentence INTO. Both are of the thread SLUG.

    `digest explain SLUG` shows the mark of each sentence.
    """
    _carry_out(scope(context), lambda now: folding.fold(now, slug, sentence, into))


@command.command(epilog=examples("digest thread unfold harbour-fire a-7f3c91d2e4#5"))
@click.argument("slug", metavar="SLUG", shell_complete=completion.threads)
@click.argument("sentence", metavar="MARK")
@click.pass_context
def unfold(context: click.Context, slug: str, sentence: str) -> None:
    """Tell the sentence MARK of the thread SLUG on its own.

    `digest explain SLUG` shows the mark of each sentence.
    """
    _carry_out(scope(context), lambda now: folding.unfold(now, slug, sentence))


def _flag(verb: str, text: str) -> None:
    """Add the command that sets one of a thread's flags."""

    @command.command(verb, help=text, epilog=examples(f"digest thread {verb} harbour-fire"))
    @click.argument("slug", metavar="SLUG", shell_complete=completion.threads)
    @click.pass_context
    def run(context: click.Context, slug: str) -> None:
        _carry_out(scope(context), lambda now: edit.flag(now, slug, verb))


_flag("pin", "Put the thread SLUG first on the home page.")
_flag("unpin", "Put the thread SLUG among the others on the home page.")
_flag("hide", "Take the thread SLUG off the site.")
_flag("show", "Put the thread SLUG back on the site.")


def _carry_out(here: Scope, decide: Callable[[Standing], Plan]) -> None:
    for line in curate(here.project, here.config, decide):
        here.say(line)


def _names(here: Scope, articles: tuple[str, ...]) -> list[str]:
    """Return the names, where a file of that path is an article with the path from the project's folder."""
    shown = [(name, Path(name).resolve()) for name in articles]
    return [here.project.shown(path) if path.is_relative_to(here.project.articles) else name for name, path in shown]
