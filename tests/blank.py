"""In: a language. Out: its pipeline without components, made once: its tokenizer takes a tenth of a second to make.

For tests that only read its vocabulary or tokenise with it; whoever changes a pipeline makes one of their own.
"""

from functools import cache

import spacy

blank = cache(spacy.blank)
