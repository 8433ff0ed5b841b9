"""Clustering by average linkage."""

from kg.resolve.cluster import cluster


def never(one: int, other: int) -> bool:
    return False


def test_chains_do_not_form_over_one_good_pair():
    scores = {(0, 1): 0.9, (1, 2): 0.7, (0, 2): 0.1}
    assert cluster(3, scores, 0.6, never).clusters == ((0, 1), (2,))


def test_unknown_pairs_do_not_count_against():
    assert cluster(3, {(0, 1): 0.9, (1, 2): 0.9}, 0.6, never).clusters == ((0, 1, 2),)


def test_what_must_stay_apart_stays_apart():
    assert cluster(
        3, {(0, 1): 0.9, (1, 2): 0.8}, 0.6, lambda one, other: (one, other) == (0, 2) or (other, one) == (0, 2)
    ).clusters == (
        (0, 1),
        (2,),
    )


def test_nothing_to_compare():
    assert cluster(2, {}, 0.6, never).clusters == ((0,), (1,))
