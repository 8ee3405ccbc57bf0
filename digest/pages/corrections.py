"""What was corrected: by us, by outlets in their own reports, and the reports that were taken back altogether."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from digest.model import Erratum, Notice
from digest.pages.listings import CorrectionsView, ErratumView, NoticeView, OutletArticleView
from digest.pages.quotes import SourceView
from digest.pages.threadviews import LinkView, ThreadView
from digest.tools.markup import markdown_blocks, markdown_to_markup


def view_errata(
    errata: Iterable[Erratum], sources: Mapping[str, SourceView], thread: LinkView | None
) -> tuple[ErratumView, ...]:
    """Return our own corrections as pages show them; `sources` are the reports of the thread, by their ids."""
    return tuple(
        ErratumView(
            each.id, each.day, markdown_to_markup(each.text), " ".join(markdown_blocks(each.text)),
            sources.get(each.article or ""), thread.url if thread else None, thread.title if thread else None,
            thread.lang if thread else None,
        )
        for each in errata
    )  # fmt: skip


def view_notices(
    notices: Iterable[Notice], sources: Mapping[str, SourceView], thread: LinkView
) -> tuple[NoticeView, ...]:
    """Return the notices of a thread's outlets, in the order of its reports."""
    return tuple(
        NoticeView(
            each.id, each.text, OutletArticleView(sources[each.article], thread.url, thread.title, thread.lang)
        )
        for each in notices
    )  # fmt: skip


def view_corrections(
    threads: Sequence[ThreadView], loose: Iterable[Erratum], retracted: tuple[OutletArticleView, ...]
) -> CorrectionsView | None:
    """Return all that was corrected, each kind newest first; nothing where nothing was.

    `loose` are corrections of ours that are about no thread, `retracted` reports, newest first.
    """
    errata = [*view_errata(loose, {}, None), *chain.from_iterable(view.errata for view in threads)]
    errata.sort(key=lambda each: (each.day, each.anchor), reverse=True)
    notices = sorted(chain.from_iterable(view.notices for view in threads), key=_newest, reverse=True)
    view = CorrectionsView(retracted, tuple(errata), tuple(notices))
    return view if errata or notices or retracted else None


def _newest(notice: NoticeView) -> tuple[str, str]:
    return notice.article.source.published or "", notice.anchor
