"""Where a personal name is usual."""

import pytest

from kg.errors import DataError
from kg.gazetteer import entry, has_names, likeness, name_gender
from kg.gazetteer.origins import read_names
from kg.ontology import name_files
from kg.ontology.turtle import KG, RDF, local, read

CROATIA, VIETNAM, ICELAND, MALTA, MEXICO, SPAIN = "Q224", "Q881", "Q189", "Q233", "Q96", "Q29"
COUNTRIES = [CROATIA, VIETNAM, ICELAND, MALTA, MEXICO]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Tomislav Babarović", CROATIA),
        ("Pham Duy Khoat", VIETNAM),
        ("Hafdís Marteinsdóttir", ICELAND),
        ("Carmelo Fenech Attard", MALTA),
    ],
)
def test_a_name_is_most_like_the_names_of_where_it_is_usual(name, country) -> None:
    assert max(COUNTRIES, key=lambda each: likeness(name, each)) == country
    assert likeness(name, country) > 0.5


def test_a_name_that_many_countries_have_tells_little() -> None:
    assert likeness("Juan García", MEXICO) < likeness("Tomislav Babarović", CROATIA)
    assert abs(likeness("Juan García", MEXICO) - likeness("Juan García", SPAIN)) < 1.0


def test_a_word_never_met_is_told_by_its_letters() -> None:
    assert likeness("Xanthinović", CROATIA) > likeness("Xanthinović", VIETNAM)


def test_initials_and_particles_tell_nothing() -> None:
    assert likeness("J. de", CROATIA) == 0.0


def test_the_gender_of_given_names() -> None:
    assert (name_gender("Hélène"), name_gender("Wolfgang")) == ("feminine", "masculine")
    assert name_gender("Andrea") is None  # of men in Italy, of women in Spain
    assert name_gender("Xanthin") is None


def test_names_are_known_of_most_countries_and_of_nothing_else() -> None:
    table = read(name_files())
    assert len(table.objects) > 150
    for subject in table.objects:
        assert entry(local(subject)).type == "Country"
        assert has_names(local(subject))
        assert set(table.objects[subject]) <= {
            KG + key for key in ("familyName", "nameOfMen", "nameOfWomen", "nameEnding")
        }
        assert len(table.literals(subject, KG + "familyName")) >= 5
        assert not table.names(subject, RDF + "type")


def test_names_of_what_is_no_country_stop_at_load(tmp_path) -> None:
    head = "@prefix kg: <https://w3id.org/newskg/ontology#> .\n@prefix gaz: <https://w3id.org/newskg/gazetteer/> .\n"
    file = tmp_path / "names.ttl"
    file.write_text(head + 'gaz:atlantis kg:familyName "Poseidonis" .\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"names\.ttl: atlantis"):
        read_names((file,))
    file.write_text(head + 'gaz:Q96 kg:surname "García" .\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"names\.ttl: Q96"):
        read_names((file,))
