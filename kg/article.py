"""One article on its way: what it says, or why that cannot be told.

In: a document. Out: its `Reading`, or a `Failure` where the program has a fault that this article brings to light.
"""

import logging
import traceback
from pathlib import Path
from typing import Final

from kg.annotate import annotate
from kg.extract import extract
from kg.model import Document, Failure, Reading

# What Python and spaCy raise where code meets a text that its author did not foresee. Anything else (memory, disk,
# a table or model that is missing) is no matter of one article and ends the run.
FAULTS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
PACKAGE: Final = Path(__file__).parent

log = logging.getLogger(__name__)


def understand(document: Document, models: dict[str, str] | None = None) -> Reading | Failure:
    """Annotate and extract one article; `models`: language → spaCy pipeline to use instead of ours.

    A fault of ours costs this article and no other; it is logged with its traceback (level DEBUG).
    Raises Stop where a model or a table of ours is missing or wrong.
    """
    try:
        (doc,) = annotate([document], models or {})
        return extract(doc)
    except FAULTS as fault:
        log.debug("%s", document.identifier, exc_info=True)
        return Failure(document.identifier, f"was left out, for the program has a fault: {described(fault)}")


def described(fault: BaseException) -> str:
    """The kind of a fault, what it says, and the last place of our code that it passed."""
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
    where = f" ({Path(ours[-1].filename).relative_to(PACKAGE.parent)}, line {ours[-1].lineno})" if ours else ""
    return f"{type(fault).__name__}: {' '.join(str(fault).split())}{where}"
