"""Which country a body is of where its own phrase does not say so."""

import pytest

STORIES = [
    (
        "de",
        "In [Nairobi|GPE|N] streitet [Kenia|GPE|K]. [Mombasa|GPE|M] wartet. Jemand floh nach "
        "[Uganda|GPE|U], sagte das [Innenministerium|ORG|I].",
    ),
    (
        "fr",
        "À [Nairobi|GPE|N], les élus du [Kenya|GPE|K] débattent. [Mombasa|GPE|M] attend. L’un a fui en "
        "[Ouganda|GPE|U], a dit le [ministère de l’Intérieur|ORG|I].",
    ),
    (
        "en",
        "In [Nairobi|GPE|N] the deputies of [Kenya|GPE|K] argue. [Mombasa|GPE|M] waits. One fled to [Uganda|GPE|U], "
        "the [Interior Ministry|ORG|I] said.",
    ),
]


@pytest.mark.parametrize(("language", "text"), STORIES)
def test_a_body_is_of_the_country_that_the_text_is_told_of_before_the_nearest(entities_of, language, text) -> None:
    assert entities_of(language, text)["I"].name == "Ministry of the Interior of Kenya"


def test_of_two_countries_told_of_alike_a_body_is_of_that_of_its_sentence(entities_of) -> None:
    text = (
        "[Kenya|GPE|K] accuses [Uganda|GPE|U]. In [Uganda|GPE|U] the [Interior Ministry|ORG|I] denied it. "
        "[Kenya|GPE|K] waits."
    )
    assert entities_of("en", text)["I"].name == "Ministry of the Interior of Uganda"


OPENING = [
    ("de", "[Kenia|GPE|K] und [Mombasa|GPE|M] warten. In [Uganda|GPE|U] schwieg das [Innenministerium|ORG|I]."),
    (
        "fr",
        "Le [Kenya|GPE|K] et [Mombasa|GPE|M] attendent. En [Ouganda|GPE|U], le [ministère de l’Intérieur|ORG|I] parle.",
    ),
    ("en", "[Kenya|GPE|K] and [Mombasa|GPE|M] wait. In [Uganda|GPE|U] the [Interior Ministry|ORG|I] kept silent."),
]


@pytest.mark.parametrize(("language", "text"), OPENING)
def test_a_body_is_of_the_country_that_its_sentence_opens_with_before_all(entities_of, language, text) -> None:
    assert entities_of(language, text)["I"].name == "Ministry of the Interior of Uganda"
