"""What a service refuses, as an answer.

In: nothing. Out: `Refused`, raised anywhere while a request is answered; the application turns it into the answer.
"""

from collections.abc import Mapping


class Refused(Exception):  # noqa: N818 - an answer as good as any other
    """A request that is not answered: `status` (4xx: the request is wrong, 5xx: not now) and the reason."""

    def __init__(self, status: int, reason: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.headers = dict(headers or {})
