"""What a service refuses, as an answer.

In: nothing. Out: `Refused`, raised anywhere while a request is answered; the application turns it into the answer.
"""

from collections.abc import Mapping
from typing import Final

# A query or update that is well formed but takes more time, memory or room than a request is given here. It will not
# do better when it is sent again, so it is no 503, which clients send again; nor is it a 400, which SPARQL keeps for
# what is malformed, or a 413, which is about the request's own size (RFC 9110, 15.5.21; SPARQL 1.1 Protocol, 2.1.6).
TOO_MUCH: Final = 422


class Refused(Exception):  # noqa: N818 - an answer as good as any other
    """A request that is not answered: `status` (4xx: the request is wrong, 5xx: not now) and the reason."""

    def __init__(self, status: int, reason: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.headers = dict(headers or {})
