"""The errors a person can meet, and nothing else.

In: nothing. Out: two families, after what they end: `InputError` ends one article, `Stop` ends the run.
"""


class InputError(Exception):
    """One input could not be read; the others go on.

    `identifier` names the input as the person gave it, `reason` is a clear sentence.
    """

    def __init__(self, identifier: str, reason: str) -> None:
        super().__init__(f"{identifier}: {reason}")
        self.identifier = identifier
        self.reason = reason


class Stop(Exception):  # noqa: N818 - it is an order, not only an error
    """The run cannot go on; the message says what is wrong and what to do. The command line exits with `status`."""

    status = 1


class DataError(Stop):
    """Data of our own (ontology, gazetteer, language tables) is wrong; names the file and the key."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file = file
        self.key = key
        self.reason = reason


class StoreError(Stop):
    """The store cannot be opened, is of another version, or cannot be written."""


class StoreInUse(StoreError):  # noqa: N818 - nothing is wrong with it
    """Another process has the store; it can be tried again later."""


class QueryError(Stop):
    """The SPARQL is malformed; the message gives the position and what was expected."""

    status = 2


class KnowledgeError(Stop, KeyError):
    """A thing is neither in the gazetteer nor in the imported knowledge that is in use."""

    def __init__(self, identifier: str) -> None:
        super().__init__(
            f"{identifier}: neither the gazetteer nor the imported knowledge in use has it; "
            "name the knowledge that the store was built with (--knowledge FILE)"
        )

    __str__ = Exception.__str__
