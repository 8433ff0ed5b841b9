"""Where and when events happen, on hand-built articles: said in the clause, in the clause before, or nowhere."""

from dataclasses import replace

import pytest

from kg.extract.events import read_drafts
from kg.extract.roles import PLACE
from kg.extract.setting import settle

ROWS = {
    "de": """
In in ADP 2 case
Genua Genua PROPN 3 obl
töteten töten VERB 0 root VerbForm=Fin|Tense=Past
Maskierte Maskierte NOUN 3 nsubj
am am ADP 6 case
Dienstag Dienstag NOUN 3 obl
zwei zwei NUM 8 nummod
Wachleute Wachmann NOUN 3 obj
und und CCONJ 10 cc
verletzten verletzen VERB 3 conj VerbForm=Fin|Tense=Past
drei drei NUM 12 nummod
Gäste Gast NOUN 10 obj
. . PUNCT 3 punct

Kenia Kenia PROPN 2 nsubj
bat bitten VERB 0 root VerbForm=Fin|Tense=Past
die der DET 4 det
Maskierten Maskierte NOUN 2 obj
um um ADP 6 case
Gnade Gnade NOUN 2 obl
. . PUNCT 2 punct
""",
    "fr": """
Des un DET 2 det
hommes homme NOUN 4 nsubj
ont avoir AUX 4 aux
tué tuer VERB 0 root VerbForm=Part|Tense=Past
deux deux NUM 6 nummod
gardes garde NOUN 4 obj
à à ADP 8 case
Gênes Gênes PROPN 4 obl
mardi mardi NOUN 4 obl
et et CCONJ 11 cc
blessé blesser VERB 4 conj VerbForm=Part|Tense=Past
trois trois NUM 13 nummod
clients client NOUN 11 obj
. . PUNCT 4 punct

Le le DET 2 det
Kenya Kenya PROPN 4 nsubj
a avoir AUX 4 aux
rejoint rejoindre VERB 0 root VerbForm=Part|Tense=Past
le le DET 6 det
pacte pacte NOUN 4 obj
. . PUNCT 4 punct
""",
    "en": """
Gunmen gunman NOUN 2 nsubj
killed kill VERB 0 root VerbForm=Fin|Tense=Past
two two NUM 4 nummod
guards guard NOUN 2 obj
in in ADP 6 case
Genoa Genoa PROPN 2 obl
on on ADP 8 case
Tuesday Tuesday PROPN 2 obl
and and CCONJ 10 cc
targeted target VERB 2 conj VerbForm=Fin|Tense=Past
three three NUM 12 nummod
guests guest NOUN 10 obj
. . PUNCT 2 punct

Kenya Kenya PROPN 2 nsubj
urged urge VERB 0 root VerbForm=Fin|Tense=Past
the the DET 4 det
gunmen gunman NOUN 2 obj
to to PART 6 mark
leave leave VERB 2 xcomp VerbForm=Inf
. . PUNCT 2 punct
""",
}
TYPES = {"M": "Group", "W": "Group", "G": "City", "B": "Group", "K": "Country", "P": "Organization"}
MENTIONS = {
    "de": "Genua GPE G/Maskierte GRP M/Dienstag DATE -/zwei Wachleute GRP W/drei Gäste GRP B/Kenia GPE K"
    "/Maskierten NOM M",
    "fr": "hommes GRP M/deux gardes GRP W/Gênes GPE G/mardi DATE -/trois clients GRP B/Kenya GPE K/pacte NOM P",
    "en": "Gunmen GRP M/two guards GRP W/Genoa GPE G/Tuesday DATE -/three guests GRP B/Kenya GPE K/gunmen NOM M",
}
DAY = "2025-12-09"
FIRST = {"de": "töteten", "fr": "tué", "en": "killed"}
NEXT = {"de": "verletzten", "fr": "blessé", "en": "targeted"}
LAST = {"de": "bat", "fr": "rejoint", "en": "urged"}


@pytest.fixture(params=sorted(ROWS))
def told(request, article_read):
    """Give the language, and for each trigger of its article the places and the day."""
    language = request.param
    mentions = [tuple(each.rsplit(" ", 2)) for each in MENTIONS[language].split("/")]
    times = {text: DAY for text, label, _ in mentions if label == "DATE"}
    article = article_read(language, ROWS[language], mentions, TYPES, times=times)
    drafts = settle(article, read_drafts(article, language))
    found = {draft.trigger.text: (draft.keys(PLACE), draft.time.value if draft.time else "") for draft in drafts}
    return language, found


def test_what_the_clause_says_is_kept(told):
    language, found = told
    assert found[FIRST[language]] == ({"G"}, DAY)


def test_what_is_done_along_with_it_happens_there_and_then(told):
    language, found = told
    assert found[NEXT[language]] == ({"G"}, DAY)


def test_what_somebody_far_away_does_is_set_nowhere(told):
    language, found = told
    assert found[LAST[language]] == (frozenset(), "")


AFTER = {
    "de": (
        """
Nach nach ADP 3 case
dem der DET 3 det
Anschlag Anschlag NOUN 4 obl
tötete töten VERB 0 root VerbForm=Fin|Tense=Past
Kenia Kenia PROPN 4 nsubj
am am ADP 7 case
Dienstag Dienstag NOUN 4 obl
zwei zwei NUM 9 nummod
Maskierte Maskierte NOUN 4 obj
. . PUNCT 4 punct
""",
        [("Kenia", "GPE", "K"), ("Dienstag", "DATE", ""), ("zwei Maskierte", "GRP", "M")],
        ("Anschlag", "tötete"),
    ),
    "fr": (
        """
Après après ADP 3 case
l' le DET 3 det
attentat attentat NOUN 6 obl
le le DET 5 det
Kenya Kenya PROPN 6 nsubj
tue tuer VERB 0 root VerbForm=Fin
mardi mardi NOUN 6 obl
deux deux NUM 9 nummod
hommes homme NOUN 6 obj
. . PUNCT 6 punct
""",
        [("Kenya", "GPE", "K"), ("mardi", "DATE", ""), ("deux hommes", "GRP", "M")],
        ("attentat", "tue"),
    ),
    "en": (
        """
After after ADP 3 case
the the DET 3 det
embargo embargo NOUN 5 obl
Kenya Kenya PROPN 5 nsubj
killed kill VERB 0 root VerbForm=Fin|Tense=Past
two two NUM 7 nummod
gunmen gunman NOUN 5 obj
on on ADP 9 case
Tuesday Tuesday PROPN 5 obl
. . PUNCT 5 punct
""",
        [("Kenya", "GPE", "K"), ("two gunmen", "GRP", "M"), ("Tuesday", "DATE", "")],
        ("embargo", "killed"),
    ),
}


@pytest.mark.parametrize("language", sorted(AFTER))
def test_what_comes_before_it_has_not_its_day(article_read, language):
    rows, mentions, (before, after) = AFTER[language]
    types = {"K": "Country", "M": "Group"}
    times = {text: DAY for text, label, _ in mentions if label == "DATE"}
    article = article_read(language, rows, mentions, types, times=times)
    found = {draft.trigger.text: draft.time for draft in settle(article, read_drafts(article, language))}
    assert found[before] is None
    assert found[after].value == DAY


REPORTED = {
    "de": """
Kenia Kenia PROPN 2 nsubj
sagte sagen VERB 0 root VerbForm=Fin|Tense=Past
am am ADP 4 case
Dienstag Dienstag NOUN 2 obl
, , PUNCT 9 punct
Maskierte Maskierte NOUN 9 nsubj
hätten haben AUX 9 aux
Wachleute Wachmann NOUN 9 obj
getötet töten VERB 2 ccomp VerbForm=Part
. . PUNCT 2 punct
""",
    "fr": """
Kenya Kenya PROPN 2 nsubj
annonce annoncer VERB 0 root VerbForm=Fin
mardi mardi NOUN 2 obl
que que SCONJ 7 mark
Maskierte homme NOUN 7 nsubj
ont avoir AUX 7 aux
tué tuer VERB 2 ccomp VerbForm=Part|Tense=Past
Wachleute garde NOUN 7 obj
. . PUNCT 2 punct
""",
    "en": """
Kenya Kenya PROPN 2 nsubj
said say VERB 0 root VerbForm=Fin|Tense=Past
on on ADP 4 case
Tuesday Tuesday PROPN 2 obl
that that SCONJ 7 mark
Maskierte gunman NOUN 7 nsubj
killed kill VERB 2 ccomp VerbForm=Fin|Tense=Past
Wachleute guard NOUN 7 obj
. . PUNCT 2 punct
""",
}
SAID = {
    "de": ("Kenia", "Dienstag", "Maskierte", "Wachleute", "sagte", "getötet"),
    "fr": ("Kenya", "mardi", "hommes", "gardes", "annonce", "tué"),
    "en": ("Kenya", "Tuesday", "Gunmen", "guards", "said", "killed"),
}


@pytest.mark.parametrize("language", sorted(REPORTED))
def test_what_is_reported_has_not_the_day_of_the_report(article_read, language):
    who, when, doer, victim, report, deed = SAID[language]
    rows = REPORTED[language].replace("Maskierte ", f"{doer} ").replace("Wachleute ", f"{victim} ")
    mentions = [(who, "GPE", "K"), (when, "DATE", ""), (doer, "GRP", "M"), (victim, "GRP", "W")]
    types = {"K": "Country", "M": "Group", "W": "Group"}
    article = article_read(language, rows, mentions, types, times={when: DAY})
    drafts = [replace(d, reporting=d.trigger.text == report) for d in read_drafts(article, language)]
    found = {draft.trigger.text: draft.time for draft in settle(article, drafts)}
    assert found[report].value == DAY
    assert found[deed] is None


def test_what_happened_a_day_before_has_not_the_day_of_what_came_after(article_read):
    rows = """
Kenya Kenya PROPN 2 nsubj
released release VERB 0 root VerbForm=Fin|Tense=Past
guests guest NOUN 2 obj
on on ADP 5 case
Tuesday Tuesday PROPN 2 obl
, , PUNCT 2 punct
a a DET 8 det
day day NOUN 12 obl
after after SCONJ 12 mark
guards guard NOUN 12 nsubj:pass
were be AUX 12 aux:pass
killed kill VERB 2 advcl VerbForm=Part
. . PUNCT 2 punct
"""
    mentions = [("Kenya", "GPE", "K"), ("guests", "GRP", "B"), ("Tuesday", "DATE", ""), ("guards", "GRP", "W")]
    types = {"K": "Country", "B": "Group", "W": "Group"}
    article = article_read("en", rows, mentions, types, times={"Tuesday": DAY})
    found = {draft.trigger.text: draft.time for draft in settle(article, read_drafts(article, "en"))}
    assert found["released"].value == DAY
    assert found["killed"] is None


@pytest.mark.parametrize("known", [True, False])
def test_a_day_that_nobody_knows_is_not_another_one(article_read, known):
    rows = """
Kenya Kenya PROPN 2 nsubj
released release VERB 0 root VerbForm=Fin|Tense=Past
guests guest NOUN 2 obj
on on ADP 5 case
Sunday Sunday PROPN 2 obl
after after ADP 8 case
the the DET 8 det
elections election NOUN 2 obl
of of ADP 10 case
May May PROPN 8 nmod
. . PUNCT 2 punct
"""
    mentions = [("Kenya", "GPE", "K"), ("guests", "GRP", "B"), ("Sunday", "DATE", ""), ("May", "DATE", "")]
    times = {"Sunday": DAY if known else "", "May": "2024-05-01"}
    article = article_read("en", rows, mentions, {"K": "Country", "B": "Group"}, times=times)
    found = {draft.trigger.text: draft.time for draft in settle(article, read_drafts(article, "en"))}
    assert (found["released"] and found["released"].value) == (DAY if known else None)
