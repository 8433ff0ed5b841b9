"""Training of what all languages share: what times and mentions stand for, what offices are of, where events happen.

In: the models in use and the folder of annotated news. Out: the tables of weights, each written in its place at once.
"""

from collections.abc import Callable
from pathlib import Path

from kg import languages
from kg.annotate.coreference import weights as coreference
from kg.annotate.times import ahead
from kg.extract import office_guess
from kg.extract.setting import weights as setting
from kg.learn.coreference import train_coreference
from kg.learn.corpus import news_files
from kg.learn.events import Settings
from kg.learn.offices import train_offices
from kg.learn.setting import train_setting
from kg.learn.times import train_times


def train_common(shared: Path, say: Callable[[str], None] = lambda _: None) -> tuple[Path, ...]:
    """Fit what all languages share, on the annotated articles of all of them, and give the tables written.

    Times and coreference come first: what is learned after them reads with them. Events are best learned again behind.
    Raises DataError where the material is wrong, Stop where a model cannot be loaded.
    """
    files, codes = news_files(shared), languages.codes()
    models = {code: languages.FOLDER / code / languages.MODEL for code in codes}
    train_times(files, ahead.FILE, models, say=say)
    ahead.load_weights.cache_clear()
    train_coreference(files, coreference.FILE, models, say=say)
    coreference.load_weights.cache_clear()
    train_offices(files, office_guess.WEIGHTS, models, say=say)
    readings = {code: Settings(**languages.table(code, "language")["train"]["events"]) for code in codes}
    train_setting(files, setting.FILE, readings, say=say)
    setting.load_weights.cache_clear()
    return ahead.FILE, coreference.FILE, office_guess.WEIGHTS, setting.FILE
