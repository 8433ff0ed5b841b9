"""A SPARQL 1.1 server that is not ours: rdflib's, in memory.

    python foreign.py PORT UNION

UNION is 1 where the default graph shows what stands in named graphs. What it needs to be let in is in RDFLIB_APIKEY.
"""

import sys

import rdflib
import uvicorn
from rdflib_endpoint import SparqlEndpoint


class Dataset(rdflib.Dataset):
    """rdflib 7.6 fails at INSERT DATA of triples for the default graph, and deletes such triples from all graphs."""

    def __iadd__(self, triples):
        self.default_graph += triples
        return self

    def __isub__(self, triples):
        self.default_graph -= triples
        return self


if __name__ == "__main__":
    rdflib.NORMALIZE_LITERALS = False
    dataset = Dataset(default_union=sys.argv[2] == "1")
    app = SparqlEndpoint(graph=dataset, path="/sparql", enable_update=True)
    uvicorn.run(app, port=int(sys.argv[1]), log_level="warning")
