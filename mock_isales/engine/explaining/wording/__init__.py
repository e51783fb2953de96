"""The sentences of explanations, in both languages."""
