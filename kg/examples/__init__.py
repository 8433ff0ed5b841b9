"""Our own example articles, in three languages and several formats.

In: nothing. Out: the folder they lie in.
"""

from pathlib import Path

FOLDER = Path(__file__).parent
