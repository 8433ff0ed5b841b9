"""Neo4j: CSV with the headers of neo4j-admin, and a script in Cypher."""

import csv
import io
import re

import pytest

from kg.export import export
from kg.export.formats.neo4j import cypher, nodes, relationships, type_of


def rows(pieces):
    return list(csv.DictReader(io.StringIO("".join(pieces), newline="")))


def test_the_files_fit_together(store, network, tmp_path):
    first, second = (rows([file.read_text(encoding="utf-8")]) for file in export(store, tmp_path / "a.neo4j.csv"))
    assert {"id:ID", "name", ":LABEL", "names:string[]", "first:date", "articles:long", "pagerank:double"} <= first[
        0
    ].keys()
    assert {":START_ID", ":END_ID", ":TYPE", "weight:long", "mutual:boolean", "events:string[]"} <= second[0].keys()
    identifiers = {row["id:ID"] for row in first}
    assert len(identifiers) == len(first) == len(network.nodes)
    assert all({row[":START_ID"], row[":END_ID"]} <= identifiers for row in second)
    assert {row[":TYPE"] for row in second} >= {"SPOKE_WITH", "NATIONALITY", "HOLDS_OFFICE"}
    assert {row[":LABEL"] for row in first} >= {"Entity;Person", "Entity;Country"}
    rubio = next(row for row in first if row["name"] == "Marco Rubio")
    assert "Marco Rubio" in rubio["names:string[]"].split(";")


def test_odd_texts_keep_their_cells(odd):
    found = rows(nodes(odd))
    assert [row["name"] for row in found] == [node.label for node in odd.nodes]
    assert all(";" not in row["names:string[]"] for row in found)
    assert len(rows(relationships(odd))) == len(odd.edges)


def test_the_script_says_each_node_and_edge_once(odd):
    script = "".join(cypher(odd))
    maps = re.findall(r"^  \{(id|source): ", script, re.MULTILINE)
    assert (maps.count("id"), maps.count("source")) == (len(odd.nodes), len(odd.edges))
    assert "MERGE (a)-[r:`MET_WITH`]->(b)" in script
    assert "n:`Person`" in script
    assert r'"say \"yes\""' in script
    assert r'"C:\\path\\n"' in script
    assert not re.search("[\x00-\x08]", script)


def test_days_and_lists_have_the_same_types_in_the_script_as_in_the_files(store, network, tmp_path):
    script = "".join(cypher(network))
    rubio = next(line for line in script.splitlines() if 'name: "Marco Rubio"' in line)
    assert 'first: date("2025-12-1' in rubio
    assert 'names: ["Marco Rubio"]' in rubio
    spoke = next(line for line in script.splitlines() if 'relation: "spokeWith"' in line)
    assert 'dates: ["2025-12-14"]' in spoke
    assert "mutual: true" in spoke


@pytest.mark.parametrize(
    ("relation", "type_"),
    [
        ("agreedCeasefireWith", "AGREED_CEASEFIRE_WITH"),
        ("mentions", "MENTIONS"),
        ("a`b c-d", "A_B_C_D"),
        ("", "TIED_TO"),
    ],
)
def test_types_are_named_as_in_neo4j(relation, type_):
    assert type_of(relation) == type_
