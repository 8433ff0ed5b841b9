"""The graphs that a request names for an update, put into the update (SPARQL 1.1 Protocol, 2.2.3).

In: an update and the graphs. Out: the update with USING clauses before each WHERE.
"""

import re
from collections.abc import Sequence
from typing import Final

from kg.query.faults import bare
from kg.serve.faults import Refused

_NAMED: Final = re.compile(r"(?<![?$:\w-])(USING|WITH)(?![\w:-])", re.IGNORECASE)
_PART: Final = re.compile(r"[{}]|(?<![?$:\w-])(?:DELETE\s+)?WHERE(?![\w:-])", re.IGNORECASE)

_BOTH: Final = "The request names graphs and the update has USING or WITH; only one of both may be"


def with_graphs(update: str, default: Sequence[str], named: Sequence[str]) -> str:
    """Give the update about these graphs. Raises Refused where it names graphs itself."""
    if not default and not named:
        return update
    plain = bare(update)
    if _NAMED.search(plain):
        raise Refused(400, _BOTH)
    clauses = "".join(f"USING <{_checked(name)}> " for name in default)
    clauses += "".join(f"USING NAMED <{_checked(name)}> " for name in named)
    parts = []
    done = depth = 0
    for part in _PART.finditer(plain):
        if part[0] in "{}":
            depth += 1 if part[0] == "{" else -1
        elif depth == 0:
            parts += [update[done : part.start()], _pattern(update, plain, part, clauses)]
            done = part.end()
    return "".join([*parts, update[done:]])


def _pattern(update: str, plain: str, where: re.Match[str], clauses: str) -> str:
    """The words before a pattern; what DELETE WHERE deletes is the pattern itself, which then stands there twice."""
    if where[0].upper() == "WHERE":
        return f"{clauses}WHERE"
    end = plain.index("}", where.end()) + 1 if "}" in plain[where.end() :] else len(plain)
    return f"DELETE {update[where.end() : end]} {clauses}WHERE"


def _checked(name: str) -> str:
    if not re.fullmatch(r"[^<>\"{}|^`\\\x00-\x20]+", name):
        raise Refused(400, f"The name of a graph must be an absolute IRI, and this is none: {name[:200]!r}")
    return name
