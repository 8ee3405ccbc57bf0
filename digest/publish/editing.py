"""Curate from the preview: the edits that pages may ask for, who may ask, and what is answered.

An edit writes the curator's files, so it is let in by a gate of its own. It must come from a page of this preview, as
its Origin says, and bear the token that this server made at its start, which stands in the pages of the preview alone:
no page of another site can read it there. Each edit is one of the `digest thread` commands, decided and written by the
same code; the watch sees the files change, and the next build shows what came of it.
"""

import json
import secrets
import threading
from collections.abc import Callable, Mapping, Sequence
from email.message import Message
from http import HTTPStatus
from urllib.parse import parse_qs

from digest.errors import DigestError, UsageError, faults_of
from digest.model import Story
from digest.pages.differing import anchor
from digest.publish.answers import Answer, as_json
from digest.publish.badge import Board
from digest.threads import edit, folding
from digest.threads.edit import FLAGS, Plan
from digest.threads.standing import Standing

EDIT_PATH = "/__edit"
EDIT_SCRIPT_PATH = "/__edit.js"
TOKEN = "X-Digest-Token"  # noqa: S105  # the header's name
_BODY = 20_000  # bytes; a title and a few names are far less
_WORD = 2_000  # signs
_SHOWN = 160  # signs of a sentence in a list of them

Decide = Callable[[Standing], Plan]
Words = Mapping[str, str]

# The commands, each with the words that it needs beside the thread, under the labels of edit.js, and what it comes to.
EDITS: Mapping[str, tuple[Words, Callable[[Standing, Words], Plan]]] = {
    "rename": ({"title": "Title"}, lambda now, said: edit.rename(now, said["thread"], said["title"])),
    "merge": (
        {"into": "Merge this thread into"},
        lambda now, said: edit.merge(now, said["into"], [said["thread"]]),
    ),
    "move": (
        {"article": "Take out the article", "into": "To the thread"},
        lambda now, said: edit.move(now, [said["article"]], said["into"]),
    ),
    "split": (
        {"article": "Take out the article", "into": "To the thread"},
        lambda now, said: edit.split(now, said["thread"], said["into"], [said["article"]]),
    ),
    "fold": (
        {"sentence": "Fold the sentence", "into": "Under the sentence"},
        lambda now, said: folding.fold(now, said["thread"], said["sentence"], said["into"]),
    ),
    "unfold": (
        {"sentence": "The folded sentence"},
        lambda now, said: folding.unfold(now, said["thread"], said["sentence"]),
    ),
    **{verb: ({}, lambda now, said: edit.flag(now, said["thread"], said["do"])) for verb in FLAGS},
}


class Editor:
    """Takes the edits of one preview, one after another."""

    def __init__(self, curate: Callable[[Decide], Sequence[str]], board: Board) -> None:
        self.token = secrets.token_urlsafe(32)
        self._curate, self._board = curate, board
        self._one = threading.Lock()

    def refusal(self, headers: Message) -> str:
        """Return why a request may not edit, "" where it may; its Host and Origin are known to be ours, if it has one.

        A browser tells the Origin of every request that is to change something, so one without is no page of ours.
        """
        tokens = headers.get_all(TOKEN, [])
        if len(headers.get_all("Origin", [])) != 1:
            return "An edit is taken from a page of this preview only"
        if len(tokens) != 1 or not secrets.compare_digest(tokens[0].encode(), self.token.encode()):
            return "This page is of another preview. Load it again"
        if headers.get_content_type() != "application/json" or "Transfer-Encoding" in headers:
            return "An edit is JSON of a length that is told"
        length = headers.get_all("Content-Length", [])
        sound = len(length) == 1 and length[0].isascii() and length[0].isdecimal() and len(length[0]) < 10
        return "" if sound and int(length[0]) <= _BODY else f"An edit has {_BODY} bytes at most"

    def answer(self, body: bytes) -> Answer:
        """Carry out the edit that is asked for, and return what was written, or what is wrong, a line each."""
        try:
            decide = decision(body)
            with self._one:
                return as_json({"said": [*self._curate(decide)]})
        except UsageError as error:
            lines = str(error).splitlines()
        except (DigestError, ExceptionGroup) as error:
            lines = [str(fault) for fault in faults_of(error)]
        except OSError as error:
            what = f"{error.strerror or error}. Look at what stands there, and whether you may write it."
            lines = [f"{error.filename or 'content/threads'}:1: {what}"]
        return as_json({"faults": lines}, HTTPStatus.UNPROCESSABLE_ENTITY)

    def standing(self, query: str) -> Mapping[str, object] | None:
        """Return what can be edited of the thread that the query names, as it was last built; None where it is none."""
        slug = parse_qs(query).get("thread", [""])[0]
        stories = self._board.pinned.built.manuscript.stories if self._board.pinned else ()
        story = next((each for each in stories if each.thread.slug == slug), None)
        if story is None:
            return None
        thread = story.thread
        articles = [{"id": each.id, "title": each.title, "path": each.path} for each in thread.articles]
        others = [{"slug": each.thread.slug, "title": each.thread.title} for each in stories if each is not story]
        flags = {"pin": thread.word.pin, "hide": thread.word.hide}
        return {
            "thread": slug, "title": thread.title, **flags, "articles": articles, "others": others,
            "sentences": sentences(story),
        }  # fmt: skip


def sentences(story: Story) -> Sequence[Mapping[str, object]]:
    """Return what a story tells, in the order of its page: each with its place there, and with what is folded."""
    days = (day.sentences for day in reversed(story.days))
    told = [*story.ahead, *(each for day in days for each in day), *story.undated, *story.background]
    return [
        {
            "place": anchor(each.mark), "mark": str(each.mark), "text": _short(each.text),
            "folded": [{"mark": str(repeat.mark), "text": _short(repeat.text)} for repeat in each.repeats],
        }
        for each in told
    ]  # fmt: skip


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def decision(body: bytes) -> Decide:
    """Return what decides on the edit that a page asks for. Raises UsageError where it asks for none that there is."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        raise UsageError("the edit is no JSON. Load the page again.") from None
    if not isinstance(said, dict) or not all(isinstance(each, str) and len(each) <= _WORD for each in said.values()):
        raise UsageError("the edit is no object of short texts. Load the page again.")
    needed, decide = EDITS.get(said.get("do", ""), ({}, None))
    if decide is None:
        raise UsageError(f'there is no edit "{said.get("do", "")[:80]}". Write one of {", ".join(EDITS)}.')
    if not said.get("thread"):
        raise UsageError("the edit names no thread. Load the page again.")
    empty = [f'"{label}" is empty. Fill it in.' for word, label in needed.items() if not said.get(word, "").strip()]
    if empty:
        raise UsageError("\n".join(empty))
    return lambda now: decide(now, said)
