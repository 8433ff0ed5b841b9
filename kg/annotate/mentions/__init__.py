"""Mentions: a Doc with entities and times in, the final mentions `doc.spans["kg_mentions"]` out."""
