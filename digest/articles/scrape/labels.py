"""The labels of news pages: what buttons, menus and boxes are called, in the words that most pages share.

A label is known by its whole text, without regard to case, a count or signs around it: "Comments (12)", "Read more »".
"""

from collections.abc import Iterator

_LONGEST = 60  # signs of a label
_EDGES = " :.…!»›>→+-–—()[]0123456789"

_LABELS = {
    "related-heading": """
        recommended, recommended for you, recommended reading, recommended stories, recommended articles
        recommended videos, explore, explore more, related, related article, related articles, related stories
        related story, related news, related content, related topics, related posts, related post, related links
        related tags, related coverage, related videos, related video, more stories, more news
        more on this story, more on this, more like this, more to read, most read, most popular, most viewed
        most shared, most recent, most watched, trending, trending now, trending stories, trending news
        trending topics, you may like, you may also like, you might like, you might also like
        you might be interested in, you may be interested in, read next, read more, read also, read this next
        also read, see also, up next, don't miss, don’t miss, editors' picks, editors’ picks, editor's pick
        editor's picks, editor’s picks, editor’s pick, editor's choice, top stories, latest news, latest stories
        latest headlines, latest articles, in this article, what to read next, keep reading, continue reading
        popular now, promoted stories, sponsored content, sponsored stories, around the web, from the web
        next article, next story, next post, previous article, previous story, previous post, recent posts
        recent stories, recent articles
        """,
    "advertisement": """
        advertisement, advertisements, advert, ad, ads, sponsored, promoted, promotion, anzeige, werbung
        publicidad, publicité, article continues below, story continues below
        article continues below advertisement, story continues below advertisement
        article continues after advertisement, skip ad, skip advertisement, remove ads, close ad
        scroll to continue
        """,
    "navigation": """
        skip to content, skip to main content, skip to navigation, skip to footer, skip to main, skip to search
        jump to content, jump to navigation, menu, search, close, open menu, toggle menu, toggle navigation
        sign in, sign up, log in, login, log out, logout, register, subscribe, subscribe now, my account, home
        newsletter, newsletters, back to top, next, previous, loading, see all, see more, show all, show more
        show less, view all, view more, load more, read article, read full article, read full story, cookies
        privacy policy, terms of use, terms of service, contact us, about us
        """,
    "comments": """
        comments, replies, leave a comment, leave a reply, post a comment, add a comment, write a comment
        join the conversation, join the discussion, view comments, view all comments, show comments
        show all comments, read comments, read all comments, see all comments, log in to comment
        comments are closed, be the first to comment
        """,
    "share-button": """
        share, share this, share this article, share this story, share this page, share this post, share on
        share via, share on facebook, share on twitter, share on x, share on linkedin, share on whatsapp
        share on reddit, share on pinterest, share via email, share by email, share with friends, tweet
        tweet this, pin it, pin, email, e-mail, mail, email this, email this article, print, print this
        print this article, print article, copy link, copy link to article, link copied, save, save article
        save this article, save this story, bookmark, follow, follow us, follow us on facebook
        follow us on twitter, follow us on x, like, whatsapp, facebook, twitter, linkedin, reddit, telegram
        pinterest, flipboard, messenger, copy, gift, gift this article, gift article, listen
        listen to this article, listen to article, x
        """,
}


def label_rule(text: str) -> str | None:
    """Return the rule of the label that `text` is, or None.

    >>> label_rule("Comments (12)"), label_rule("READ NEXT »"), label_rule("Read the report")
    ('comments', 'related-heading', None)
    """
    return _RULES.get(text.strip(_EDGES).casefold()) if len(text) <= _LONGEST else None


def _rules() -> Iterator[tuple[str, str]]:
    for rule, block in _LABELS.items():
        for line in block.split("\n"):
            yield from ((label.strip(), rule) for label in line.split(",") if label.strip())


_RULES = dict(_rules())
