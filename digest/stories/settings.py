"""The settings of stories. They stand apart from what they set, so that reading digest.yaml imports none of that."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DedupeSettings:
    """How alike two sentences are that say the same."""

    containment: float = 0.6  # least share of the shorter sentence's content words found in the longer, 0..1
    difference: float = 0.75  # the same, for two accounts that differ

    def __post_init__(self) -> None:
        for key, share in (("containment", self.containment), ("difference", self.difference)):
            if not 0.5 <= share <= 1:
                raise ValueError(f"{key} is {share}. Write a number from 0.5 to 1")


@dataclass(frozen=True, slots=True)
class ExcerptSettings:
    """How much of an article may be shown, over the whole site: no more than either says."""

    words: int = 120
    share: float = 0.4  # of the article's words, 0..1

    def __post_init__(self) -> None:
        if self.words < 0:
            raise ValueError(f"words is {self.words}. Write 0 or more")
        if not 0 <= self.share <= 1:
            raise ValueError(f"share is {self.share}. Write a number from 0 to 1")


@dataclass(frozen=True, slots=True)
class StorySettings:
    """How much a story tells."""

    summary_sentences: int = 4  # at a glance
    background_days: int = 60  # a day longer than this before the thread's first article is background
    dedupe: DedupeSettings = field(default_factory=DedupeSettings)
    excerpts: ExcerptSettings = field(default_factory=ExcerptSettings)

    def __post_init__(self) -> None:
        if self.summary_sentences < 1:
            raise ValueError(f"summary_sentences is {self.summary_sentences}. Write 1 or more")
        if self.background_days < 0:
            raise ValueError(f"background_days is {self.background_days}. Write 0 or more")
