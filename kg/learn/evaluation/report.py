"""An evaluation for people and machines: a table, JSON, an HTML page.

In: `Evaluation`s by language. Out: text.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.learn.evaluation import Evaluation
from kg.learn.evaluation.intervals import Line
from kg.learn.evaluation.reliability import calibration_error

FORMATS = ("table", "json", "html")
TEMPLATE = Path(__file__).with_name("page.html")
PLACE = "/*DATA*/"

Evaluations = Mapping[str, Evaluation]


def report(found: Evaluations, format_: str, errors: bool) -> str:
    """Give the report in a format of FORMATS; `errors`: with all differences (the HTML page always has them)."""
    if format_ == "json":
        return json.dumps(plain(found, errors), indent=2, ensure_ascii=False)
    return page(found) if format_ == "html" else table(found, errors)


def plain(found: Evaluations, errors: bool) -> dict[str, Any]:
    """Give plain data: language → articles, scores by section and name, reliability, differences if asked for."""
    return {language: _plain(each, errors) for language, each in found.items()}


def _plain(found: Evaluation, errors: bool) -> dict[str, Any]:
    scores: dict[str, dict[str, Any]] = {}
    for line in found.lines:
        scores.setdefault(line.key.section, {})[line.key.name] = _row(line)
    return {
        "articles": found.articles,
        "scores": scores,
        "reliability": [asdict(each) for each in found.reliability],
        "calibration_error": round(calibration_error(found.reliability), 4),
        **({"differences": [asdict(each) for each in found.differences]} if errors else {}),
    }


def _row(line: Line) -> dict[str, Any]:
    shares = {"f1": round(line.f1, 4), "low": round(line.low, 4), "high": round(line.high, 4)}
    score = line.score
    if score is None:
        return shares
    counts = {"right": score.right, "read": score.read, "gold": score.gold}
    return {"precision": round(score.precision, 4), "recall": round(score.recall, 4), **shares, **counts}


def page(found: Evaluations) -> str:
    """Give the HTML page: scores, reliability and differences, to be filtered; data is embedded, never markup."""
    text = json.dumps(plain(found, errors=True), ensure_ascii=False).replace("</", "<\\/")
    return TEMPLATE.read_text(encoding="utf-8").replace(PLACE, text)


def table(found: Evaluations, errors: bool) -> str:
    """Give plain text: the scores of each language, then reliability, then the differences if asked for."""
    return "\n".join(line for language, each in found.items() for line in _table(language, each, errors))


def _table(language: str, found: Evaluation, errors: bool) -> Iterator[str]:
    width = max(len(line.key.name) for line in found.lines)
    yield f"{language}: {found.articles} articles"
    section = ""
    for line in found.lines:
        if line.key.section != section:
            section = line.key.section
            yield f"\n{section:{width + 2}}  precision  recall     f1  95 % interval  annotated"
        counts = f"{line.score.precision:9.3f}  {line.score.recall:6.3f}" if line.score else " " * 17
        gold = f"{line.score.gold:9}" if line.score else ""
        yield f"  {line.key.name:{width}}  {counts}  {line.f1:5.3f}  {line.low:.3f} to {line.high:.3f}  {gold}".rstrip()
    yield "\nconfidence    events  mean   right"
    for each in found.reliability:
        yield f"{each.low:.1f} to {each.high:.1f}  {each.events:8}  {each.confidence:.3f}  {each.right:.3f}"
    yield f"calibration error {calibration_error(found.reliability):.3f}\n"
    for difference in found.differences if errors else ():
        yield f"{difference.article} {difference.kind}: {difference.text}"
        yield f"    gold   {difference.gold or '-'}"
        yield f"    found  {difference.found or '-'}"
