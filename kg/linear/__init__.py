"""Linear classifiers over named features, for whatever part learns from annotated articles.

In: names of features that hold of things. Out: probabilities of labels; classifiers as arrays for a file.
"""
