"""What is wrong with a query, where, and what was expected.

In: a query and Oxigraph's complaint. Out: QueryError.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from kg.errors import QueryError
from kg.store.faults import CORRUPT

FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES: Final = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")

# So many characters of the line are shown on both sides of the mistake.
AROUND: Final = 160

# What may contain any word without meaning it: strings, IRIs, comments.
_OPAQUE: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
    r"|<[^<>\"{}|^`\\\s]*>|#[^\n]*",
    re.DOTALL,
)
_COMPLAINT: Final = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_REASON: Final = re.compile(r"[A-Z][A-Za-z]*(?: [A-Za-z]+)+")
_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|\[(?:\'[^\']*\'|[^\]\'])*\]|\b[A-Z]{2,}\b')
# What the parser's words stand for, and what it would accept nearly anywhere.
_KINDS: Final = {
    **dict.fromkeys("?$", "a variable"),
    **dict.fromkeys(("<", ":", "_:"), "an IRI or prefixed name"),
    **dict.fromkeys("+-", "a number"),
}
_ESCAPE: Final = "\\u"
_ANYWHERE: Final = {"LATERAL", "SERVICE"}
_PROLOGUE: Final = re.compile(r"\s*(?:(?:PREFIX\s+[^\s:]*:|BASE)\s*)*", re.IGNORECASE)


def bare(sparql: str) -> str:
    """Give the query with strings, IRIs and comments blanked out; every position stays where it was."""
    return _OPAQUE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), sparql)


@contextmanager
def clear_faults(sparql: str, writes: bool = False) -> Iterator[None]:
    """Within it, what Oxigraph says against the query (or update, where it `writes`) is raised as a QueryError."""
    try:
        yield
    except SyntaxError as error:
        raise QueryError(_syntax(sparql, str(error), writes)) from error
    except (OSError, RuntimeError) as error:
        if CORRUPT in str(error).lower():
            raise QueryError(f"The store is damaged ({error}); 'kg repair' saves what can be saved") from error
        raise QueryError(f"The {'update' if writes else 'query'} cannot be answered: {error}") from error


def _syntax(sparql: str, complaint: str, writes: bool) -> str:
    found = _COMPLAINT.search(complaint)
    if not found:
        return f"The query is malformed: {complaint}"
    start = _PROLOGUE.match(bare(sparql))
    offset = start.end() if start else 0
    word = re.match(r"[A-Za-z]*", sparql[offset:])
    first = word[0].upper() if word else ""
    if first in (UPDATES if writes else FORMS):
        return _message(sparql, int(found[1]), int(found[2]), _expected(found[3], _before(sparql, found)))
    before = sparql[:offset]
    line, column = before.count("\n") + 1, offset - before.rfind("\n")
    if first in UPDATES:
        return _message(sparql, line, column, f"{first} would change the store, and a query only reads")
    return _message(sparql, line, column, f"expected one of {', '.join(UPDATES if writes else FORMS)}")


def _expected(text: str, before: str) -> str:
    """Say what was expected, of the parser's list, at the end of `before`."""
    undeclared = re.search(r"([^\s:<]*):[^\s:]*$", before)
    if "Prefix not found" in text and undeclared:
        return f"prefix '{undeclared[1]}' is not declared"
    reason = _REASON.search(text)
    if reason:
        return reason[0] if reason[0][1].isupper() else reason[0][:1].lower() + reason[0][1:]
    named = list(dict.fromkeys(word for token in _TOKEN.findall(text) if (word := _readable(token))))
    if _ESCAPE in named:
        return "the string is not closed"
    if set(named) <= _ANYWHERE:
        return "what stands before this is incomplete or does not belong there"
    return f"expected {'one of ' if len(named) > 1 else ''}{', '.join(named)}"


def _readable(token: str) -> str:
    """Give a word for what the parser expected; none for classes of characters."""
    if token.startswith("["):
        return "a number" if token.startswith("['0'") else ""
    word = re.sub(r"\\(.)", r"\1", token[1:-1]) if token.startswith('"') else token
    return "a string" if word[:1] in ('"', "'") else _KINDS.get(word, word)


def _before(sparql: str, found: re.Match[str]) -> str:
    lines = sparql.split("\n")[: int(found[1])]
    return "\n".join([*lines[:-1], lines[-1][: int(found[2]) - 1]])


def _message(sparql: str, line: int, column: int, reason: str) -> str:
    lines = sparql.split("\n")
    text = lines[line - 1] if line <= len(lines) else ""
    start = max(0, column - 1 - AROUND)
    before, after = text[start : column - 1], text[column - 1 : column - 1 + AROUND]
    margin = re.sub(r"[^\t]", " ", before).ljust(column - 1 - start)
    return f"The query is malformed at line {line}, column {column}: {reason}\n  {before}{after}\n  {margin}^"
