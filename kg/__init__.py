"""News in German, French and English in, knowledge graph out.

    import kg
    graph = kg.build(["article.txt"], date="2025-12-15")
    graph.events()

In: nothing. Out: the names of `kg.library`, loaded when first asked for, so that a single station can be used
without the others.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.library import EntityRow, EventRow, Graph, build, check, open_graph, repair

__all__ = ["EntityRow", "EventRow", "Graph", "build", "check", "open_graph", "repair"]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    if name in __all__:
        return getattr(import_module("kg.library"), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
