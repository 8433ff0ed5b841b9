"""The languages: each a folder of TOML tables and a trained model, found by its name.

In: the folders beside this file. Out: their codes, and their tables as plain dictionaries; each station
checks the tables it reads.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import DataError

FOLDER = Path(__file__).parent
MODEL = "model"


@cache
def codes() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages we have: every folder with a language.toml, sorted."""
    return tuple(sorted(file.parent.name for file in FOLDER.glob("*/language.toml")))


@cache
def table(code: str, name: str) -> dict[str, Any]:
    """The table `name`.toml of a language.

    Raises DataError where it is missing or no TOML.
    """
    file = FOLDER / code / f"{name}.toml"
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(f"languages/{code}/{name}.toml", "(file)", "is missing") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"languages/{code}/{name}.toml", "(file)", str(error)) from None
