"""Which other services a query or update would reach.

In: SPARQL. Out: the IRIs after SERVICE or LOAD, "" where another thing than an IRI in angle brackets stands there.

The engine reads SPARQL without separate tokens: `<` begins an IRI or means "less than" as the context wants, and words
need no space around them. So both readings of each `<` are followed here; whatever is a keyword in any of them counts.
It may see a SERVICE where the engine sees none, in a query written to confuse, but not the other way round.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

_LONG: Final = re.compile(r'"""(?:[^\\]|\\.)*?"""|' r"'''(?:[^\\]|\\.)*?'''", re.DOTALL)
_SHORT: Final = re.compile(r'"(?:[^"\\\n\r]|\\.)*"|' r"'(?:[^'\\\n\r]|\\.)*'", re.DOTALL)
_IRI: Final = re.compile(r"<[^<>]*>")
_COMMENT: Final = re.compile(r"#[^\n\r]*")
_SPECIAL: Final = re.compile(r"[\"'<#\\]")
# Part of a variable's name, a local name or a label of a blank node.
_NAME_BEFORE: Final = re.compile(r"[?$:][A-Za-z0-9_]*\Z")
_SPACE: Final = r"(?:\s|#[^\n\r]*[\n\r])*"
_TARGETS: Final = {
    "SERVICE": re.compile(rf"{_SPACE}(?:SILENT{_SPACE})?(?:<([^<>]*)>|[^\s<>{{}}]+){_SPACE}\{{", re.IGNORECASE),
    "LOAD": re.compile(rf"{_SPACE}(?:SILENT{_SPACE})?(?:<([^<>]*)>|[^\s<>{{}}]+)", re.IGNORECASE),
}
# So far back the beginning of a name is looked for.
_NAME_LENGTH: Final = 256


def reached(sparql: str, keyword: str) -> set[str]:
    """Give what stands after the keyword (SERVICE or LOAD), wherever it may be one."""
    found = [match.start() for match in re.finditer(keyword, sparql, re.IGNORECASE | re.ASCII)]
    if not found:
        return set()
    plain = _plain_parts(sparql)
    ends = sorted(plain)
    targets = set()
    for start in found:
        place = bisect_right(ends, start)
        if place < len(ends) and plain[ends[place]] <= start and not _is_name(sparql, start):
            target = _TARGETS[keyword].match(sparql, start + len(keyword))
            targets |= {target[1] or ""} if target else set()
    return targets


def _is_name(sparql: str, start: int) -> bool:
    return bool(_NAME_BEFORE.search(sparql[max(0, start - _NAME_LENGTH) : start]))


def _plain_parts(sparql: str) -> dict[int, int]:
    """The parts that are neither string nor IRI nor comment in at least one reading: end → earliest begin."""
    parts: dict[int, int] = {}
    seen = set()
    positions = [0]
    while positions:
        begin = positions.pop()
        if begin in seen or begin > len(sparql):
            continue
        seen.add(begin)
        special = _SPECIAL.search(sparql, begin)
        end = special.start() if special else len(sparql)
        parts[end] = min(begin, parts.get(end, begin))
        if special:
            positions.extend(_after(sparql, special.start()))
    return parts


def _after(sparql: str, position: int) -> Iterator[int]:
    """Where the text may go on after the string, IRI, comment or escape that may begin here."""
    sign = sparql[position]
    if sign == "\\":
        yield position + 2
    elif sign == "#":
        comment = _COMMENT.match(sparql, position)
        yield comment.end() if comment else position + 1
    elif sign == "<":
        yield position + 1
        iri = _IRI.match(sparql, position)
        if iri:
            yield iri.end()
    else:
        yield from _after_string(sparql, position)


def _after_string(sparql: str, position: int) -> Iterator[int]:
    long, short = _LONG.match(sparql, position), _SHORT.match(sparql, position)
    if long:
        yield long.end()
    # With a wrong escape the long string is none, and the short one that it begins with is read.
    if short and (not long or "\\" in long[0]):
        yield short.end()
