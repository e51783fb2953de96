"""Lies: a double that departs from the documents in one thing, for a client's tests to notice."""
