"""The page's own questions: JSON under /api.

In: the state of the service. Out: routes.
"""

from starlette.routing import BaseRoute

from kg.serve.state import State


def routes(state: State) -> list[BaseRoute]:
    """Give the routes, to be mounted under /api."""
    return []
