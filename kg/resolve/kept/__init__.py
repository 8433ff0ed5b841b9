"""Resolution that is kept: one more article changes what it touches, and nothing else is done again.

In: a database, the readings that changed. Out: the same clusters, identifiers and judgements as if all readings
were resolved at once. Each station keeps a table that is a function of the tables before it; a change is handed
from station to station, and stops where nothing follows from it.
"""
