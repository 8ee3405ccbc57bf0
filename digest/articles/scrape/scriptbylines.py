"""Bylines in scripts without capitals, where nothing but a label tells a name from other words.

So a label has to stand there, "بقلم", "记者", "記者" or "기자", and the line has to be little else. What follows must
be as short as names are, and none of the words by which newsrooms sign as a whole.
"""

import re
from collections.abc import Iterator

_LONGEST = 80  # signs of such a line
_ARABIC = r"[^\W\d_a-zA-Z]{2,14}"
_HAN, _KANA = "一-鿿々", "ぁ-ゖァ-ヺー"
_CHINESE = rf"[{_HAN}]{{2,4}}"
_JAPANESE = rf"[{_HAN}{_KANA}]{{1,6}}(?:[ ・]?[{_HAN}{_KANA}]{{1,8}})?"
_ENDS = r"(?=\s*(?:$|[/／|｜(（【\[\d]))"
_FORMS = (
    re.compile(
        r"(?:(?:بقلم|به قلم|מאת)\s?[:：-]?\s?|(?:كتبت?|كتبه|كتبها|إعداد|الكاتبة?|نویسنده|تحریر)\s?[:：–-]\s?)"
        rf"(?P<names>{_ARABIC}(?: {_ARABIC}){{1,3}}(?:\s?[،,;؛]\s?{_ARABIC}(?: {_ARABIC}){{1,3}}){{0,3}})"
        r"(?=\s*(?:$|[|/(\d–]|-\s))"
    ),
    re.compile(
        r"(?:[^\W\d_a-zA-Z]{0,6}记者|作者|撰文|撰稿|文)\s?[:：/／|]\s?"
        rf"(?P<names>{_CHINESE}(?:\s?[、，,]\s?{_CHINESE}){{0,3}}){_ENDS}"
    ),
    re.compile(rf"[{_HAN}]{{0,6}}记者\s(?P<names>{_CHINESE}){_ENDS}"),
    re.compile(rf"記者\s?(?P<names>{_CHINESE}(?:、{_CHINESE}){{0,3}})(?=\s?[／/])"),
    re.compile(rf"(?:[{_HAN}]{{0,4}}記者|筆者|執筆|取材・文|文)\s?[:：・／\s]\s?(?P<names>{_JAPANESE}){_ENDS}"),
    re.compile(rf"[（(【\[]\s?(?P<names>{_JAPANESE})\s?記者\s?[）)】\]]$"),
    re.compile(rf"(?P<names>{_JAPANESE})\s?記者$"),
    re.compile(r"(?:[(\[][^()\[\]]{1,20}[)\]]\s?)?(?P<names>[가-힣]{2,4})\s?(?:기자|특파원)(?=\s*(?:$|[=|·(\[]))"),
)
_SPLIT = re.compile(r"\s?[、，,،;؛]\s?")
_NOBODY = re.compile(
    r"[部社][员員]?$|编辑|編集|編輯|新聞|新闻|[网網報报台局]$|[综綜]合|报道|報道|報導|本[报報]|特[别別約约]|取材|同行|論説|"
    r"فريق|التحرير|وكال|مراسل|صحيفة|تحریریه|سرویس|מערכת|취재|본지|인턴|수습|선임|전문"
)


def script_names(text: str) -> Iterator[str]:
    """Yield the names of a line that is a byline in a script without capitals.

    >>> list(script_names("作者：王伟、李娜")), list(script_names("（山田記者）")), list(script_names("홍길동 기자"))
    (['王伟', '李娜'], ['山田'], ['홍길동'])
    """
    found = next((match for form in _FORMS if (match := form.match(text))), None) if _may_be(text) else None
    names = _SPLIT.split(found["names"]) if found else ()
    yield from (name for name in names if not _NOBODY.search(name))


def _may_be(text: str) -> bool:
    """Tell whether a line is short, and in another script than the Latin one: most lines are asked no more."""
    return len(text) <= _LONGEST and not text.isascii()
