"""More knowledge of the world than the gazetteer's: items of Wikidata in an index on disk.

In: a dump of Wikidata, or a SPARQL endpoint. Out: the index that `kg.gazetteer.imported` reads, and a `Report`.
"""

from kg.knowledge.load import Problem, Report, import_dump, import_endpoint

__all__ = ["Problem", "Report", "import_dump", "import_endpoint"]
