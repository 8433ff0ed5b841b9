"""A store on a server: any SPARQL 1.1 endpoint holds the graph, a folder on this machine what it is made of.

In: an open store and the address of an endpoint. Out: the endpoint holds the graph of the store (`push`), or the graph
of an endpoint is copied here (`copied`). Readings, rulings and resolution stay in the working folder: the endpoint gets
quads, and a mark that says which state it has.
"""

from kg.store.remote.copy import Copy, copied
from kg.store.remote.endpoint import Endpoint, endpoint, is_address
from kg.store.remote.mirror import Mirror
from kg.store.remote.push import push
from kg.store.remote.workplace import working_folder

__all__ = ["Copy", "Endpoint", "Mirror", "copied", "endpoint", "is_address", "push", "working_folder"]
