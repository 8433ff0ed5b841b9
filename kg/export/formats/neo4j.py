"""Neo4j: two CSV files for `neo4j-admin database import`, or a script in Cypher.

In: a network. Out: the pieces of files. Headers as in
https://neo4j.com/docs/operations-manual/current/import/ (":ID", ":LABEL", ":START_ID", ":END_ID", ":TYPE").
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence

from kg.export.columns import edge_columns, edge_row, node_columns, node_row
from kg.export.model import SEPARATOR, Column, Edge, Network, Node, Value

TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}
BATCH = 500
CONSTRAINT = "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n"
LABEL = "Entity"


def nodes(network: Network) -> Iterator[str]:
    """The file of nodes; each has the label Entity and that of its class."""
    columns = node_columns(network)
    head = ("id:ID", "name", *(_typed(each) for each in columns), ":LABEL")
    rows = ((node.identifier, node.label, *node_row(node), f"{LABEL};{node.kind}") for node in network.nodes)
    return _lines(head, rows)


def relationships(network: Network) -> Iterator[str]:
    """The file of relationships; their type is the relation, whichever pair it ties."""
    head = (":START_ID", ":END_ID", ":TYPE", "name", "weight:long", *(_typed(each) for each in edge_columns(network)))
    rows = (
        (edge.source, edge.target, type_of(edge.relation), edge.label, edge.weight, *edge_row(edge))
        for edge in network.edges
    )
    return _lines(head, rows)


def cypher(network: Network) -> Iterator[str]:
    """A script that adds the graph, in batches; run twice it adds nothing new."""
    yield CONSTRAINT
    columns = (Column("id", "Id", str), Column("name", "Name", str), *node_columns(network))
    by_kind: dict[str, list[Node]] = {}
    for node in network.nodes:
        by_kind.setdefault(node.kind, []).append(node)
    for kind, members in sorted(by_kind.items()):
        for rows in _batches([_map(columns, (node.identifier, node.label, *node_row(node))) for node in members]):
            yield f"UNWIND [\n  {rows}\n] AS row\nMERGE (n:{LABEL} {{id: row.id}}) SET n += row, n:{_name(kind)};\n"
    yield from _relationships(network)


def _relationships(network: Network) -> Iterator[str]:
    ends = (Column("source", "Source", str), Column("target", "Target", str))
    columns = (*ends, Column("name", "Name", str), Column("weight", "Weight", int), *edge_columns(network))
    by_type: dict[str, list[Edge]] = {}
    for edge in network.edges:
        by_type.setdefault(type_of(edge.relation), []).append(edge)
    for type_, members in sorted(by_type.items()):
        maps = [_map(columns, (edge.source, edge.target, edge.label, edge.weight, *edge_row(edge))) for edge in members]
        for rows in _batches(maps):
            yield (
                f"UNWIND [\n  {rows}\n] AS row\n"
                f"MATCH (a:{LABEL} {{id: row.source}}), (b:{LABEL} {{id: row.target}})\n"
                f"MERGE (a)-[r:{_name(type_)}]->(b) SET r += row {{.*, source: null, target: null}};\n"
            )


def type_of(relation: str) -> str:
    """A relation as Neo4j names types: "agreedCeasefireWith" gives "AGREED_CEASEFIRE_WITH"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", relation)
    return re.sub(r"\W+", "_", words).strip("_").upper() or "TIED_TO"


def _typed(column: Column) -> str:
    if column.many:
        return f"{column.name}:string[]"
    if column.day:
        return f"{column.name}:date"
    return column.name if column.type is str else f"{column.name}:{TYPES[column.type]}"


def _lines(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(head)
    lists = [each.endswith("[]") for each in head]
    for row in rows:
        writer.writerow([_cell(value, several) for value, several in zip(row, lists, strict=True)])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _cell(value: Value, several: bool) -> str:
    """A cell; the importer's own separator of lists is ";"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).replace(";", ",").replace(SEPARATOR, ";") if several else str(value)


def _map(columns: Sequence[Column], row: Sequence[Value]) -> str:
    pairs = (
        f"{each.name}: {_literal(each, value)}" for each, value in zip(columns, row, strict=True) if value is not None
    )
    return "{" + ", ".join(pairs) + "}"


def _literal(column: Column, value: Value) -> str:
    """A value in Cypher, whose strings and lists are written as those of JSON are."""
    if column.many and isinstance(value, str):
        return json.dumps(value.split(SEPARATOR), ensure_ascii=False)
    plain = json.dumps(value, ensure_ascii=False)
    return f"date({plain})" if column.day else plain


def _name(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _batches(rows: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(rows), BATCH):
        yield ",\n  ".join(rows[start : start + BATCH])
