"""Coreference: a Doc with mentions in, its links to the gazetteer and its coreference clusters out."""
