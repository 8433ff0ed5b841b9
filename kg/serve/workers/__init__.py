"""Processes that answer queries and can be ended at any moment.

In: jobs. Out: answers on disk, or why there is none. The engine cannot be stopped while it works on a query, and a
query can exhaust memory or stack: so a stranger's query is never answered in the process that serves.
"""
