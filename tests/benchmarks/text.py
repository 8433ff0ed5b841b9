"""Articles of real text, as long as those of newspapers: our own annotated ones, put together, with other names.

In: how many. Out: articles as lines of JSON, the same for the same number. No two tell the same: the people, companies
and cities of each are others, as are the days.
"""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

from kg.languages import codes
from kg.learn.gold import GoldArticle, read_gold
from kg.learn.renamed import renamed

CORPUS = Path(__file__).parents[1] / "corpus"
WORDS = 400
FIRST_DAY = dt.date(2010, 1, 1)


def lines(number: int) -> Iterator[str]:
    """So many articles of some 400 words each, of all languages in turn, a line of .jsonl each."""
    golds = {code: _golds(code) for code in codes()}
    for place in range(number):
        code = codes()[place % len(codes())]
        text = "\n\n".join(_some(golds[code], place // len(codes())))
        day = FIRST_DAY + dt.timedelta(days=place % 5000)
        said = {"id": f"benchmark/{place}", "language": code, "date": day.isoformat(), "text": text}
        yield json.dumps(said, ensure_ascii=False)


def _some(golds: list[GoldArticle], place: int) -> Iterator[str]:
    words, number = 0, 3 * place
    while words < WORDS:
        text = renamed(golds[number % len(golds)], place).text
        words, number = words + len(text.split()), number + 1
        yield text


def _golds(code: str) -> list[GoldArticle]:
    return [gold for file in sorted(CORPUS.glob(f"{code}-*.txt")) for gold in read_gold(file)]
