"""Where a word of a hand-built tree hangs: for tests of the repairs."""


def place(tree, word, count=0):
    """Give the word that a word hangs on, and the link."""
    token = [token.i for token in tree.doc if token.text == word][count]
    return tree.doc[tree.heads[token]].text, tree.links[token]
