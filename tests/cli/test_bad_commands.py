"""Wrong command lines and malformed queries end with status 2 and say what was expected."""

import pytest

# Arguments (STORE and FOLDER stand for what they say), exit status, and what is said.
WRONG = [
    (["frobnicate"], 2, "No such command 'frobnicate'"),
    (["build", "a.txt", "--date", "someday"], 2, "'someday' is no day of the form 2025-12-15"),
    (["build", "a.txt", "--date", "2025-02-30"], 2, "'2025-02-30' is no day of the form 2025-12-15"),
    (["build", "a.txt", "--lang", "xx"], 2, "there is no 'xx'; there are: de, en, fr"),
    (["build", "a.txt", "--model", "de"], 2, "'de' is not of the form de=de_core_news_lg"),
    (["build", "a.txt", "--model", "xx=name"], 2, "there is no 'xx'; there are: de, en, fr"),
    (["build", "a.txt", "--store", "FOLDER/new", "--base", "no iri"], 1, "The base 'no iri' is no absolute IRI"),
    (["query", "--store", "STORE"], 2, "give a query, a file, a ready question"),
    (["query", "--store", "STORE", "--set", "x", "timeline"], 2, "'x' is not of the form entity=NAME"),
    (["query", "--store", "STORE", "--set", "x=y", "timeline"], 2, "has no parameter 'x'; it has entity"),
    (["query", "--store", "STORE", "--set", "x=y", "ASK {}"], 2, "only a ready question has parameters"),
    (["query", "--store", "STORE", "who-knows"], 2, "There is no question 'who-knows'; there are: actors, "),
    (["query", "--store", "STORE", "--format", "xls", "ASK {}"], 2, "there is no 'xls'; there are: table, json"),
    (["query", "--store", "STORE", "--format", "turtle", "ASK {}"], 2, "for which 'turtle' is no format"),
    (["query", "--store", "STORE", "FOLDER/none.rq"], 1, "none.rq: cannot be read: no such file or directory"),
    (["query", "--store", "STORE", "ASK \udcff"], 2, "it is no UTF-8 at byte 5"),
    (["query", "--store", "STORE", ""], 2, "line 1, column 1: expected one of SELECT, ASK, CONSTRUCT, DESCRIBE"),
    (["query", "--store", "STORE", "DROP ALL"], 2, "line 1, column 1: DROP would change the store"),
    (["query", "--store", "STORE", "SELECT ?s {\n ?s a kg:Person"], 2, "line 2, column 16: expected one of"),
    (["query", "--store", "STORE", "SELECT ?s { ?s a no:Person }"], 2, "prefix 'no' is not declared"),
    (["serve", "--store", "FOLDER/none"], 1, "There is no store"),
    (["serve", "--store", "STORE", "--port", "99999"], 2, "Invalid value for '--port'"),
    (["serve", "--store", "STORE", "--host", "256.0.0.1"], 1, "choose another with --host and --port"),
    (["serve", "--store", "STORE", "--allow-update"], 2, "--allow-update needs a token"),
    (["export", "--store", "STORE", "FOLDER/a.xls"], 1, "no format has the ending '.xls'; there are: .ttl"),
    (["export", "--store", "STORE", "FOLDER/a"], 1, "no format has the ending '(none)'"),
    (["export", "--store", "STORE", "FOLDER/none/a.ttl"], 1, "none/a.ttl: cannot be written: there is no folder"),
    (["export", "--store", "STORE", "FOLDER/folder.ttl"], 1, "folder.ttl: cannot be written: it is a folder"),
    (["export", "--store", "STORE", "FOLDER/file.csv", "--view", "pie"], 2, "there is no 'pie'; there are: entities"),
    (["export", "--store", "STORE", "FOLDER/a.csv", "--from", "x"], 2, "'x' is no day of the form 2025-12-15"),
    (["export", "--store", "STORE", "FOLDER/a.csv", "--language", "xx"], 2, "there is no 'xx'; there are: de, en, fr"),
    (["export", "--store", "STORE", "FOLDER/a.csv", "--type", "Persn"], 1, "there are: Person"),
    (["export", "--store", "STORE", "FOLDER/a.csv", "--relation", "meeting"], 1, "there is no such name; there are: "),
    (["export", "--store", "STORE", "FOLDER/a.csv", "--around", "Ruubio"], 1, "no node is called so; near are: rubio"),
    (["export", "--store", "STORE", "FOLDER/a.csv", "--query", "FOLDER/none.rq"], 1, "none.rq: cannot be read"),
    (["export", "--store", "STORE", "FOLDER/there.ttl"], 1, "there.ttl is there already; --force writes over it"),
    (["stats", "--store", "STORE", "--plot", "FOLDER/a.xls"], 1, "no picture has the ending '.xls'; there are: .png"),
    (["stats", "--store", "STORE", "--format", "xls"], 2, "there is no 'xls'; there are: table, json"),
    (["demo", "--exports", "FOLDER/file/exports", "--store", "FOLDER/new"], 1, "file/exports: cannot be made"),
    (["eval", "FOLDER/none.txt"], 1, "none.txt: cannot be read: no such file or directory"),
    (["eval", "FOLDER/file"], 1, "file: holds no annotated article"),
    (["eval", "FOLDER/folder.ttl"], 1, "folder.ttl: holds no annotated article"),
    (["eval", "FOLDER/latin.txt"], 1, "latin.txt: is no UTF-8 at byte 1"),
    (["train", "xx"], 2, "there is no 'xx'; there are: de, en, fr"),
    (["train", "de", "--data", "FOLDER/none"], 1, "none: there is no such folder"),
    (["train", "all", "--data", "FOLDER/none"], 1, "none: there is no such folder"),
    (["train", "all", "--events"], 1, "takes --data alone"),
    (["eval", "FOLDER/gold.txt", "--format", "xls"], 2, "there is no 'xls'; there are: table, json, html"),
    (["query", "--store", "STORE", "--min-confidence", "2", "ASK {}"], 2, "Invalid value for '--min-confidence'"),
    (["train", "de", "--from", "FOLDER/none"], 1, "give --news DIR, the folder of annotated articles, as well"),
    (["train", "de", "--news", "FOLDER"], 1, "--news needs --output DIR"),
    (["train", "de", "--news", "FOLDER/none", "--output", "FOLDER/new"], 1, "none: there is no such folder"),
    (
        ["train", "de", "--from", "FOLDER/none", "--news", "FOLDER", "--output", "FOLDER/new"],
        1,
        "none cannot be loaded",
    ),
]


@pytest.mark.parametrize(("arguments", "status", "said"), WRONG, ids=[" ".join(each[0])[:60] for each in WRONG])
def test_a_wrong_command_says_what_is_wrong(kg, example_store, tmp_path, arguments, status, said):
    (tmp_path / "file").write_text("no article\n")
    (tmp_path / "latin.txt").write_bytes(b"\xe4\n")
    (tmp_path / "folder.ttl").mkdir()
    (tmp_path / "there.ttl").touch()
    ended = kg(*(each.replace("STORE", str(example_store)).replace("FOLDER", str(tmp_path)) for each in arguments))
    assert said in ended.err
    assert (ended.status, ended.out) == (status, "")
    assert not (tmp_path / "new").exists()


def test_a_malformed_query_is_shown_with_the_place(kg, example_store):
    ended = kg("query", "--store", example_store, "-", stdin=b"SELECT ?s\nWHERE ( ?s a ?o }")
    assert ended.status == 2
    assert ended.err.splitlines()[1:] == ["  WHERE ( ?s a ?o }", "        ^"]


def test_a_query_from_standard_input_that_is_no_text(kg, example_store):
    ended = kg("query", "--store", example_store, "-", stdin=b"ASK \xff")
    assert (ended.status, ended.err) == (2, "kg: The query is malformed: it is no UTF-8 at byte 5\n")


COMMANDS = ["build", "demo", "read", "query", "export", "serve", "stats", "validate", "train", "eval"]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(kg, command):
    ended = kg(command, "--help")
    assert ended.status == 0
    assert f"Usage: kg {command} " in ended.out


def test_help_without_arguments(kg):
    assert "News in German, French and English in, knowledge graph out." in kg("--help").out
    assert kg().status == 2
