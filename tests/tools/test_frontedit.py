"""The front matter of a curator's file is edited as by hand: the change, and not a sign besides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import DigestError
from digest.tools.frontedit import edited
from digest.tools.frontmatter import part
from digest.tools.yamledit import Change
from digest.tools.yamlfile import as_texts

PATH = "content/threads/fire.md"
LOSS = "Edit it by hand, or write it in the usual form: a key a line, and below it each item after a hyphen."


def put(**values: bool | str) -> Change:
    ((key, value),) = values.items()
    return Change("put", (key,), value)


def add(*place: str | int, values: list[str]) -> Change:
    return Change("add", place, [*values])


def drop(*place: str | int, values: list[str]) -> Change:
    return Change("drop", place, [*values])


def take(*place: str | int) -> Change:
    return Change("take", place)


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        pytest.param(
            "title:  'Fire'   # agreed with Ada\n# first\npin: false  # why not\n\nhide: NO\n",
            put(pin=True),
            "title:  'Fire'   # agreed with Ada\n# first\npin: true   # why not\n\nhide: NO\n",
            id="a value is put, and the comment beside it stays in its column",
        ),
        pytest.param("title: 'Fire'\n", put(title="It's out"), "title: 'It''s out'\n", id="quotes stay"),
        pytest.param(
            "title: >-\n  Fire\n  at #sea\npin: true\n",
            put(title="Fire"),
            "title: Fire\npin: true\n",
            id="a text of several lines becomes one",
        ),
        pytest.param(
            "include:\n# near\n- a.md  # why\n# far\n- 'b.md'\n\n# The rest\ntags:  [a,b]\n",
            add("include", values=["c.md"]),
            "include:\n# near\n- a.md  # why\n# far\n- 'b.md'\n- c.md\n\n# The rest\ntags:  [a,b]\n",
            id="an item is added above the comment of the next key",
        ),
        pytest.param(
            "include:\n    - a.md\n",
            add("include", values=["b.md"]),
            "include:\n    - a.md\n    - b.md\n",
            id="indentation",
        ),
        pytest.param(
            "include: [a.md]  # one\n",
            add("include", values=["b.md"]),
            "include: [a.md, b.md] # one\n",
            id="in brackets",
        ),
        pytest.param(
            "merge: old\n", add("merge", values=["new"]), "merge: [old, new]\n", id="one value becomes a list"
        ),
        pytest.param("merge:\n", add("merge", values=["new"]), "merge:\n  - new\n", id="no value becomes a list"),
        pytest.param("merge: [a]\n", add("merge", values=["a"]), "merge: [a]\n", id="what is there is not added"),
        pytest.param(
            "exclude:\n- a.md  # why\n# of Monday\n- b.md\n",
            drop("exclude", values=["a.md"]),
            "exclude:\n# of Monday\n- b.md\n",
            id="an item goes with its own comment only",
        ),
        pytest.param(
            "exclude:  # not ours\n  # weather\n  - a.md\n\n# The rest\npin: true\n",
            drop("exclude", values=["a.md"]),
            "# not ours\n  # weather\n\n# The rest\npin: true\n",
            id="the last item goes with its key, and the comments stay",
        ),
        pytest.param(
            "exclude: ['a.md', b.md]\n", drop("exclude", values=["b.md"]), "exclude: ['a.md']\n", id="out of brackets"
        ),
        pytest.param("exclude: a.md\n", drop("exclude", values=["a.md"]), "", id="the one value that is no list"),
        pytest.param(
            "split:\n  - into: wall  # new\n    articles: [a.md]\n  - {into: pier, articles: [c.md]}\n",
            add("split", 0, "articles", values=["b.md"]),
            "split:\n  - into: wall  # new\n    articles: [a.md, b.md]\n  - {into: pier, articles: [c.md]}\n",
            id="an item within an item",
        ),
        pytest.param(
            "split:\n- into: wall\n  articles:\n  - a.md\n# The rest\n",
            Change("add", ("split",), [{"into": "pier", "articles": ["b.md"]}]),
            "split:\n- into: wall\n  articles:\n  - a.md\n- into: pier\n  articles:\n  - b.md\n# The rest\n",
            id="an item of keys",
        ),
        pytest.param(
            "split:\n  # of March\n  - into: wall  # new\n    articles:\n      - a.md\n  # of May\n  - into: pier\n    "
            "articles: [c.md]\n",
            drop("split", 0, "articles", values=["a.md"]),
            "split:\n  # of March\n  # new\n  # of May\n  - into: pier\n    articles: [c.md]\n",
            id="an item within an item that was the last one",
        ),
        pytest.param(
            "split:\n  - into: wall\n    articles: [a.md]\n  - into: pier\n    articles: []\n",
            drop("split", 0, "articles", values=["a.md"]),
            "split:\n  - into: pier\n    articles: []\n",
            id="what was empty before is left alone",
        ),
        pytest.param(
            "pin: true\nfold:\n- into: 'a-1#0 The # 1 boat'  # why\n  sentences: [b.md#0]\n# The rest\n",
            drop("fold", 0, "sentences", values=["b.md#0"]),
            "pin: true\n# why\n# The rest\n",
            id="the last item of keys goes with the key",
        ),
        pytest.param(
            "fold: [{into: a#0, sentences: [b#0]}, {into: c#0, sentences: [d#0]}]\n",
            drop("fold", 0, "sentences", values=["b#0"]),
            "fold: [{into: c#0, sentences: [d#0]}]\n",
            id="an item of keys in brackets",
        ),
        pytest.param(
            "# a\npin: true  # b\nhide: true\n", take("pin"), "# a\n# b\nhide: true\n", id="a key is taken out"
        ),
        pytest.param(
            "fold:\n  - into: a#0\n    # x\n    sentences:\n      # y\n      - b#0 # z\n  # next\n  - {into: c#0}\n",
            drop("fold", 0, "sentences", values=["b#0"]),
            "fold:\n    # x\n      # y\n  # next\n  - {into: c#0}\n",
            id="comments within what goes stay, but for that of the item itself",
        ),
        pytest.param(
            "fold:\n- into: x\n  sentences: [z]\n- sentences: |\n    a\n    # b\n    c\n  into: x\n",
            take("fold", 1),
            "fold:\n- into: x\n  sentences: [z]\n",
            id="what looks like a comment within a text is none",
        ),
        pytest.param("{pin: true}\n", take("pin"), "", id="the only key in braces"),
        pytest.param("{pin: true, hide: true}\n", take("pin"), "{hide: true}\n", id="a key in braces"),
        pytest.param("", put(title="14:05"), "title: 14:05\n", id="a time needs no quotes"),
        pytest.param("", put(title="12"), 'title: "12"\n', id="a number needs quotes"),
        pytest.param("", put(title="a: b # c"), 'title: "a: b # c"\n', id="so does what would be YAML"),
        pytest.param("# mine\n", add("merge", values=["a"]), "# mine\nmerge:\n  - a\n", id="below a comment"),
        pytest.param("{pin: true}\n", put(hide=True), "{pin: true, hide: true}\n", id="all in braces"),
        pytest.param("  pin: true\n", put(hide=True), "pin: true\nhide: true\n", id="indented keys become usual ones"),
    ],
)
def test_a_change_is_made_where_it_belongs(before, change, after):
    note = "\n# A note \n---\n  with trailing space \r and more"
    assert edited(f"---\n{before}---\n{note}".encode(), PATH, [change]).decode() == f"---\n{after}---\n{note}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(b"", b"---\npin: true\n---\n", id="a new file"),
        pytest.param(b"\n*Note*\r\n", b"---\npin: true\n---\n\n*Note*\r\n", id="a note alone"),
        pytest.param(b"Note\r\n", b"---\r\npin: true\r\n---\r\nNote\r\n", id="a note with line ends of Windows"),
        pytest.param(b"\xef\xbb\xbfNote", b"\xef\xbb\xbf---\npin: true\n---\nNote", id="a byte order mark stays first"),
        pytest.param(b"---\n---\n\xff", b"---\npin: true\n---\n\xff", id="a note that is no UTF-8"),
        pytest.param(
            b"--- \r\ntitle: \xc3\xa4 \r\n...\r\nNote",
            b"--- \r\ntitle: \xc3\xa4 \r\npin: true\r\n...\r\nNote",
            id="Windows",
        ),
        pytest.param(b"---\rtitle: a\r---", b"---\rtitle: a\rpin: true\r---", id="old line ends, and none at the end"),
        pytest.param(
            b"---\ntitle: a\x0bb\x00\n---\n",
            b"---\ntitle: a\x0bb\x00\npin: true\n---\n",
            id="signs that are not read stay",
        ),
    ],
)
def test_all_other_bytes_stay(before, after):
    assert edited(before, PATH, [put(pin=True)]) == after


@pytest.mark.parametrize(
    ("before", "message"),
    [
        pytest.param(
            b"---\npin: &a true\n---\n",
            ":2: an anchor, an alias or a tag (&, * or !) stands here. "
            "Write the value itself, between quotes if it begins so.",
            id="an anchor",
        ),
        pytest.param(
            b"---\npin: true\n",
            ":1: the front matter has no end within 64 kB. Close it with a line of three hyphens (---).",
            id="no end",
        ),
        pytest.param(b"---\n- a\n---\n", ":2: the front matter is a list. Write `key: value` lines.", id="a list"),
        pytest.param(
            b"---\npin: true\n# \xff\n---\n",
            ":3: this line is no UTF-8, and would be lost. Save the file as UTF-8.",
            id="no UTF-8",
        ),
        pytest.param(b"---\n{}\n---\n", f":3: `merge` cannot be edited here without loss. {LOSS}", id="empty braces"),
        pytest.param(
            b"---\npin: true\nmerge: [a, # why\n  b]\n---\n",
            f":3: `merge` cannot be edited here without loss. {LOSS}",
            id="a comment within brackets",
        ),
    ],
)
def test_what_cannot_be_edited_is_refused_with_its_line(before, message):
    with pytest.raises(DigestError) as raised:
        edited(before, PATH, [add("merge", values=["c"])])
    assert str(raised.value) == f"{PATH}{message}"


NAMES = st.text("ab:#-[]{},'\"!&*?|>%@` ~0é\\", min_size=1, max_size=12).map(str.strip).filter(bool)


@given(there=st.lists(NAMES, unique=True, max_size=3), new=st.lists(NAMES, unique=True, min_size=1, max_size=3))
def test_whatever_name_is_added_is_read_back(there, new):
    first = edited(b"# Not a list\n", PATH, [add("include", values=there)]) if there else b"# Not a list\n"
    both = edited(first, PATH, [add("include", values=new), put(title=new[0])])
    fields = part(both.decode(), PATH).fields
    assert as_texts(fields["include"], "include") == tuple(dict.fromkeys([*there, *new]))
    assert as_texts(fields["title"], "title") == (new[0],)
    less = edited(both, PATH, [drop("include", values=there)])
    left = tuple(name for name in new if name not in there)
    fields = part(less.decode(), PATH).fields
    assert (as_texts(fields["include"], "include") if "include" in fields else ()) == left


@given(
    st.lists(
        st.sampled_from(["# c", "", "tags: [a]  # t", "pin: true # p", "exclude:\n  # x\n- 'k' # y\n# z\n- l"]),
        unique=True,
    )
)
def test_every_line_of_other_keys_stays(lines):
    before = "".join(f"{line}\n" for line in lines)
    after = edited(f"---\n{before}---\n".encode(), PATH, [add("include", values=["a"]), drop("include", values=["a"])])
    assert after.decode() == f"---\n{before}---\n"


@pytest.mark.parametrize(
    ("before", "names", "after"),
    [
        pytest.param("merge: [a,\n  b, # two\n  c]\n", ["a"], None, id="of what stays, between brackets"),
        pytest.param("merge: [a, b,  # both\n  c]\n", ["b"], None, id="of what stays and what goes"),
        pytest.param("merge: [a,\n  # more\n  c]\n", ["a"], None, id="of no item"),
        pytest.param("merge: [a,  # one\n  b]\n", ["a"], "merge: [b]\n", id="of what goes"),
        pytest.param("merge: [a]  # one\n", ["a"], "# one\n", id="of the only item, which stood behind the brackets"),
        pytest.param("merge: [a, b]  # two\n", ["a"], "merge: [b]     # two\n", id="behind the brackets"),
    ],
)
def test_a_comment_is_dropped_with_its_item_only(before, names, after):
    content = f"---\n{before}---\n".encode()
    if after is None:
        with pytest.raises(DigestError) as raised:
            edited(content, PATH, [drop("merge", values=names)])
        assert str(raised.value) == f"{PATH}:2: `merge` cannot be edited here without loss. {LOSS}"
    else:
        assert edited(content, PATH, [drop("merge", values=names)]).decode() == f"---\n{after}---\n"


def test_several_items_that_are_emptied_at_once_all_go():
    before = "---\nsplit:\n- into: a\n  articles: [x]\n- into: b\n  articles: [y]\n- into: c\n  articles: [x]\n---\n"
    changes = [drop("split", 0, "articles", values=["x"]), drop("split", 2, "articles", values=["x"])]
    more = add("split", 1, "articles", values=["z"])
    assert edited(before.encode(), PATH, [*changes, more]) == b"---\nsplit:\n- into: b\n  articles: [y, z]\n---\n"


def test_what_is_empty_stays_where_a_comment_would_go_with_it():
    before = b"---\nfold: [{sentences: [d#0], into: c#0 # why\n  }, {into: a#0, sentences: [b#0]}]\n---\n"
    after = edited(before, PATH, [drop("fold", 0, "sentences", values=["d#0"])])
    assert after == b"---\nfold: [{sentences: [], into: c#0    # why\n},  {into: a#0, sentences: [b#0]}]\n---\n"


def test_a_comment_that_would_be_lost_is_worth_a_refusal():
    with pytest.raises(DigestError) as raised:
        edited(b"---\ntitle: >-  # agreed\n  Fire\n---\n", PATH, [put(title="The fire")])
    assert str(raised.value) == f"{PATH}:2: `title` cannot be edited here without loss. {LOSS}"
