"""The current view as a file.

In: a store, its digest, the parameters of a request. Out: the file, as `kg export` writes it, of what the graph view
shows; a format of several files comes as a .zip.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Final

from kg.export import export
from kg.serve.api.digest import Digest
from kg.serve.api.faults import RequestError
from kg.serve.api.part import part
from kg.serve.api.picture import chosen
from kg.store import Readable

NAME: Final = "news"
FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {"gexf": "application/gexf+xml", "graphml": "application/graphml+xml", "csv": "text/csv", "ttl": "text/turtle"}
)
ZIP: Final = "application/zip"
# The moment that a file in a .zip is from: the same view is the same bytes.
MOMENT: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class File:
    """A file to be saved."""

    name: str
    media_type: str
    content: bytes


def download(store: Readable, digest: Digest, given: Mapping[str, str]) -> File:
    """The view in the format asked for.

    Raises RequestError where there is no such format, or a parameter is wrong.
    """
    format_ = given.get("format", "")
    if format_ not in FORMATS:
        raise RequestError(f"'format' is one of {', '.join(FORMATS)}, not '{format_}'")
    view = part(store, digest, chosen(digest, given))
    with TemporaryDirectory(prefix="kg-download-") as folder:
        written = export(view, Path(folder) / f"{NAME}.{format_}")
        files = {file.name: file.read_bytes() for file in written}
    if len(files) > 1:
        return File(f"{NAME}-{format_}.zip", ZIP, _packed(files))
    ((name, content),) = files.items()
    return File(name, FORMATS[format_], content)


def _packed(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, MOMENT), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
