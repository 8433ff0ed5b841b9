"""One module for each format that is written piece by piece.

In: a network, a drawing or quads. Out: the pieces of files.
"""
