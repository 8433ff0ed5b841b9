"""Markdown to plain text.

In: the text of a .md file, perhaps with front matter. Out: its plain text, its title (the first "#" heading) and the
fields of its front matter. Signs of markup go, words stay.
"""

import re
from dataclasses import dataclass

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^([^\n]+)\n {0,3}(=+|-{3,})[ \t]*$", re.MULTILINE)
_SIGNS = (
    (re.compile(r"^ {0,3}(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE), ""),
    (re.compile(r"!\[[^\]\n]{0,500}\]\([^()\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)"), r"\1"),
    (re.compile(r"^ {0,3}\[[^\]\n]{1,500}\]:[ \t]+\S+.*$", re.MULTILINE), ""),
    (re.compile(r"<(https?://[^>\s]{1,2000})>"), r"\1"),
    (re.compile(r"(?<![\w*\\])(\*{1,3})(?=\S)([^*\n]+?)(?<=[^\s\\])\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_\\])(_{1,3})(?=\S)([^_\n]+?)(?<=[^\s\\])\1(?![\w_])"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text of a Markdown file; `fields` are those of its front matter, names in lower case."""

    text: str
    title: str | None
    fields: dict[str, str]


def plain(text: str) -> Plain:
    """The text without markup."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    front = _FRONT.match(text)
    fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(front[1])} if front else {}
    body = _without_comments(text[front.end() :] if front else text)
    body = _UNDERLINED.sub(lambda match: ("# " if match[2][0] == "=" else "## ") + match[1], body)
    top = next((match for match in _HEADING.finditer(body) if len(match[1]) == 1), None)
    title = _without_signs(top[2]) if top else None
    # a heading is a paragraph of its own, whatever line follows it
    body = _HEADING.sub(r"\n\2\n", body)
    return Plain(_without_signs(body), title or fields.get("title") or None, fields)


def _without_comments(text: str) -> str:
    """The text without HTML comments; one that does not end is text."""
    kept: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[position:start])
        position = end + len("-->")
    return "".join(kept) + text[position:]


def _without_signs(text: str) -> str:
    for pattern, replacement in _SIGNS:
        text = pattern.sub(replacement, text)
    return text
