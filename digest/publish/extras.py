"""What the preview offers beside the files of the site: scripts that are put into its pages, and what these ask for.

None of it is ever written into the site. Without `live` pages are served as they lie on the disk, and nothing is put
into them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from importlib import resources

from digest.publish.answers import TYPES, Answer, as_json
from digest.publish.badge import BADGE_PATH, BADGE_SCRIPT_PATH, Board
from digest.publish.editing import EDIT_PATH, EDIT_SCRIPT_PATH, Editor
from digest.publish.reload import SCRIPT_PATH


@dataclass(frozen=True, slots=True)
class Extras:
    """What is offered in one preview."""

    live: bool = True  # pages hear of new builds
    mount: Callable[[], str] = lambda: "/"  # the path at which the site will lie on its host; digest.yaml may change
    board: Board | None = None
    editor: Editor | None = None

    def tags(self) -> bytes:
        """Return the tags of the scripts that are put into pages beside the one that reloads them."""
        badge = f'<script src="{BADGE_SCRIPT_PATH}"></script>\n' if self.board else ""
        edit = f'<script src="{EDIT_SCRIPT_PATH}" data-token="{self.editor.token}"></script>\n' if self.editor else ""
        return (badge + edit).encode()

    def offered(self, path: str, query: str) -> Answer | None:
        """Return what is offered at a path, None where that is the site's."""
        if not self.live:
            return None
        if path == BADGE_PATH and self.board:
            return as_json(self.board.groups(query))
        if path == EDIT_PATH and self.editor:
            return as_json(self.editor.standing(query))
        scripts = {SCRIPT_PATH: "reload.js"}
        scripts |= {BADGE_SCRIPT_PATH: "badge.js"} if self.board else {}
        scripts |= {EDIT_SCRIPT_PATH: "edit.js"} if self.editor else {}
        return _script(scripts[path]) if path in scripts else None


@cache
def _script(name: str) -> Answer:
    content = resources.files("digest.publish").joinpath(name).read_bytes()
    return Answer(HTTPStatus.OK, content, (("Content-Type", TYPES[".js"]),))
