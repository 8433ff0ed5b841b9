"""Learned event reading beside the lexicon: which words tell events, who takes part, whether it happened."""
