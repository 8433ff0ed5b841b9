"""What a request can get wrong.

In: nothing. Out: `RequestError`, which becomes an answer with its status and a clear sentence.
"""


class RequestError(Exception):
    """The request cannot be answered; the message says why."""

    def __init__(self, reason: str, status: int = 400) -> None:
        super().__init__(reason)
        self.status = status
