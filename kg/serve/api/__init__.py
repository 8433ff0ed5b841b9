"""The page's own questions: JSON under /api.

In: the state of the service. Out: `kg.serve.api.routes.routes`.
"""

from kg.serve.api.routes import routes

__all__ = ["routes"]
