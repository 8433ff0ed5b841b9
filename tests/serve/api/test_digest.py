"""The digest holds what the store holds, by IRI."""

from kg.query import rows
from kg.serve.api.kept import read_digest, write_digest


def test_all_events_with_their_roles_and_articles(store, digest):
    found = rows(
        store,
        "SELECT ?event (COUNT(DISTINCT ?filler) AS ?fillers) (COUNT(DISTINCT ?article) AS ?articles) "
        "{ ?event kg:modality ?modality ; prov:wasDerivedFrom/nif:referenceContext ?article "
        "OPTIONAL { ?event kg:agent|kg:recipient|kg:place|kg:topic|kg:attributedTo ?filler } } GROUP BY ?event",
    )
    assert len(found) > 30
    told = {row["event"]: (int(row["fillers"]), int(row["articles"])) for row in found}
    held = {iri: (len(event.participants), len(event.sources)) for iri, event in digest.happenings.items()}
    assert held == told


def test_events_are_in_order_of_time(digest):
    days = [event.first for event in digest.happenings.values()]
    assert days == sorted(days)
    assert days[0] == "" < days[-1]


def test_entities_have_their_most_special_class_and_a_name_in_each_language(digest, named):
    syria = digest.things[named("Syria")]
    assert (syria.kind, syria.wikidata) == ("Country", "Q858")
    assert [syria.name(language) for language in ("de", "fr", "xx")] == ["Syrien", "Syrie", "Syria"]
    assert digest.things[named("Foreign Minister of Syria")].kind == "Office"


def test_articles_come_newest_first(digest):
    assert len(digest.sources) == 6
    dates = [source.date for source in digest.sources.values() if source.date]
    assert dates == sorted(dates, reverse=True)
    assert {source.language for source in digest.sources.values()} == {"de", "en", "fr"}


def test_whoever_takes_part_is_found_by_iri(digest, call):
    for iri in call.participants:
        assert call in digest.events_of[iri]
    for iri in call.sources:
        assert call in digest.told_by[iri]


def test_it_can_be_kept_in_a_file(digest, tmp_path):
    file = tmp_path / "digest.json"
    write_digest(digest, file)
    assert read_digest(file) == digest
    assert [each.name for each in tmp_path.iterdir()] == [file.name]
