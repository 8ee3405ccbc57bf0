"""How the help of a command shows examples."""


def examples(*lines: str) -> str:
    r"""Return the end of a command's help: example lines, which click leaves as they are for the sign \b.

    >>> examples("digest build")
    '\nExamples:\n\n\x08\n  digest build\n'
    """
    return "\nExamples:\n\n\b\n" + "".join(f"  {line}\n" for line in lines)
