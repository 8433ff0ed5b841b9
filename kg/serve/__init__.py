"""A store as a service: SPARQL endpoint, linked data, and a page where people look.

In: the folder of a store. Out: HTTP. `kg.serve.app` puts the parts together; nothing is imported here, so that the
worker processes start fast.
"""
