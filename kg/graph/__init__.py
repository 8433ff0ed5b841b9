"""The graph of the contract: readings and what they say together (`whole`, or `units` of it) become quads."""
