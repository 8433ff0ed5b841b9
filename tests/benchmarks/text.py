"""Articles of real text, as long as those of newspapers: our own annotated ones, put together.

In: how many. Out: articles as lines of JSON, the same for the same number; no two are the same.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from kg.languages import codes
from kg.learn.evaluation.heard import as_document
from kg.learn.gold import read_gold

CORPUS = Path(__file__).parents[1] / "corpus"
WORDS = 400


def lines(number: int) -> Iterator[str]:
    """So many articles of some 400 words each, of all languages in turn, a line of .jsonl each."""
    paragraphs = {code: _paragraphs(code) for code in codes()}
    for place in range(number):
        code = codes()[place % len(codes())]
        yield json.dumps(
            {
                "id": f"benchmark/{place}",
                "language": code,
                "date": f"20{10 + place % 15}-0{1 + place % 9}-{10 + place % 18}",
                "text": "\n\n".join(_some(paragraphs[code], Random(place))),
            },
            ensure_ascii=False,
        )


def _some(paragraphs: list[str], chance: Random) -> Iterator[str]:
    words = 0
    while words < WORDS:
        one = chance.choice(paragraphs)
        words += len(one.split())
        yield one


def _paragraphs(code: str) -> list[str]:
    golds = (gold for file in sorted(CORPUS.glob(f"{code}-*.txt")) for gold in read_gold(file))
    return [each for gold in golds for each in as_document(gold).text.split("\n\n") if len(each.split()) > 8]
