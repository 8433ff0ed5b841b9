"""A SPARQL 1.1 endpoint, asked over HTTP.

In: its address, queries and updates. Out: answers as they stream in; StoreError in clear words where there are none.
"""

import base64
import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, Final
from urllib.parse import unquote, urlsplit, urlunsplit

from kg.errors import StoreError

SCHEMES: Final = ("http://", "https://")
# What lets a person in: a token, or a whole header where a server wants another scheme than Bearer.
TOKEN: Final = "KG_TOKEN"  # noqa: S105 - the name of a variable
HEADER: Final = "KG_AUTHORIZATION"
UPDATES: Final = "KG_UPDATE_URL"
# Seconds without a sign of the server.
PATIENCE: Final = 300
# So much of what a server complains of is shown.
SHOWN: Final = 400
_NONE: Final = "{address} is no address of an endpoint; one is http://localhost:7878/sparql"
ROWS: Final = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`url` takes queries, `updates` takes updates; `authorization` is the header that lets one in, if any."""

    url: str
    updates: str
    authorization: str | None = field(default=None, repr=False)

    @contextmanager
    def asked(self, sparql: str, accept: str = ROWS) -> Iterator[HTTPResponse]:
        """Give the answer to a query while it comes in.

        Raises StoreError where the endpoint cannot be reached or refuses; MalformedError where it finds fault with the
        query.
        """
        with self._sent(self.url, "query", sparql, accept) as answer:
            yield answer

    def update(self, sparql: str) -> None:
        """Have a change done. Raises StoreError where it is not."""
        with self._sent(self.updates, "update", sparql, "*/*") as answer:
            answer.read()

    @contextmanager
    def _sent(self, url: str, kind: str, sparql: str, accept: str) -> Iterator[HTTPResponse]:
        headers = {"Accept": accept, "Content-Type": f"application/sparql-{kind}", "User-Agent": "newskg"}
        if self.authorization:
            headers["Authorization"] = self.authorization
        request = urllib.request.Request(url, sparql.encode(), headers)  # noqa: S310 - `endpoint` has checked it
        try:
            with _OPENER.open(request, timeout=PATIENCE) as answer:
                yield answer
        except urllib.error.HTTPError as error:
            raise _refusal(url, kind, error) from None
        except (OSError, HTTPException) as error:
            reason = getattr(error, "reason", None) or str(error) or type(error).__name__
            raise StoreError(f"The endpoint {url} cannot be reached: {reason}") from None


class MalformedError(StoreError):
    """The endpoint finds fault with a query."""

    status = 2


class _Straight(urllib.request.HTTPRedirectHandler):
    """Goes nowhere else: a token is for the server it was given for."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - as urllib calls it
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        raise StoreError(f"The endpoint {req.full_url} has moved to {newurl}; name that")


_OPENER: Final = urllib.request.build_opener(_Straight)


def is_address(place: str) -> bool:
    """Whether a store is named by the address of an endpoint."""
    return place.lower().startswith(SCHEMES)


def endpoint(address: str) -> Endpoint:
    """Give the endpoint of an address.

    Who asks is told by user and password in the address (HTTP Basic), by the token in KG_TOKEN (Bearer), or by the
    whole header in KG_AUTHORIZATION. Updates go to the same address, or to KG_UPDATE_URL.

    Raises StoreError where the address is none.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        raise StoreError(_NONE.format(address=address)) from None
    if not is_address(address) or not parts.hostname:
        raise StoreError(_NONE.format(address=address))
    url = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment=""))
    updates = os.environ.get(UPDATES) or url
    if not is_address(updates):
        raise StoreError(f"{UPDATES} is {updates!r}, and must be an address")
    return Endpoint(url, updates, _authorization(parts.username, parts.password))


def _authorization(user: str | None, password: str | None) -> str | None:
    if user:
        pair = f"{unquote(user)}:{unquote(password or '')}"
        return "Basic " + base64.b64encode(pair.encode()).decode()
    token = os.environ.get(TOKEN)
    return os.environ.get(HEADER) or (f"Bearer {token}" if token else None)


def _refusal(url: str, kind: str, error: urllib.error.HTTPError) -> StoreError:
    said = " ".join(error.read(SHOWN).decode("utf-8", "replace").split())
    detail = f"{error.code} {error.reason}" + (f": {said}" if said else "")
    if error.code in {401, 403}:
        hint = f"set {TOKEN} (or {HEADER}, or write http://user:password@…) to what it knows you by"
        return StoreError(f"The endpoint {url} does not let you in ({detail}); {hint}")
    if error.code == 400 and kind == "query":
        return MalformedError(f"The endpoint {url} cannot answer the query ({detail})")
    return StoreError(f"The endpoint {url} refuses the {kind} ({detail})")
