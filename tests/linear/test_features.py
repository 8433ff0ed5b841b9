"""Codes of names of features."""

from zlib import crc32

import numpy as np
import pytest

from kg.linear.classifier import encoded, linear
from kg.linear.features import Features, codes_of

NAMES = ("path=subject>", "suffix=tung", "f=Überfall", "élu:subject", "p" * 300)


def test_names_hold_once_more_behind_prefixes_by_their_initials():
    found = Features(NAMES, (("verb:", "fp"), ("Meeting:", "s")))
    assert list(found)[len(NAMES) :] == [
        "verb:path=subject>",
        "verb:f=Überfall",
        "verb:" + "p" * 300,
        "Meeting:suffix=tung",
    ]


@pytest.mark.parametrize("crosses", [(), (("verb:", "fp"),), (("noun:", "fps"), ("Übergabe:", "p"), ("", "s"))])
def test_codes_are_those_of_the_names_as_they_are_spelled(crosses):
    things = [Features(NAMES, crosses), Features(()), Features(("path=",), (("adjective:", "p"),)), Features(NAMES[:2])]
    codes, counts = codes_of(things)
    assert list(counts) == [len(list(each)) for each in things]
    assert list(codes) == [crc32(name.encode()) for each in things for name in each]


def test_nothing_has_no_codes():
    codes, counts = codes_of([])
    assert (len(codes), len(counts)) == (0, 0)


def test_things_are_judged_alike_alone_and_beside_others():
    draw = np.random.default_rng(0)
    names = [f"{initial}{number}" for initial in "fps" for number in range(40)]
    spelled = list(Features(names, (("verb:", "fp"),)))
    model = linear(
        ("no", "yes"), encoded(spelled), draw.normal(size=(len(spelled), 2)).astype(np.float32), np.zeros(2, np.float32)
    )
    things = [Features(names[start : start + 25], (("verb:", "fp"),)) for start in range(0, 90, 10)]
    assert model.each(things) == [model.probabilities(list(each)) for each in things]
