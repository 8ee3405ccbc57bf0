"""A project for bench/peers.py. A thread stands as author, since Pelican groups by author, tag and category."""

SITENAME = "Bench"
SITEURL = "https://example.org"
PATH = "content"
OUTPUT_PATH = "public"
THEME = "simple"
TIMEZONE = "UTC"
DEFAULT_PAGINATION = False
AUTHOR_URL = AUTHOR_SAVE_AS = "threads/{slug}/index.html"
FEED_ALL_ATOM = "feeds/all.atom.xml"
AUTHOR_FEED_ATOM = "feeds/threads/{slug}.atom.xml"
CATEGORY_FEED_ATOM = "feeds/categories/{slug}.atom.xml"
TAG_FEED_ATOM = "feeds/tags/{slug}.atom.xml"
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CHECK_MODIFIED_METHOD = "mtime"
