"""Advice: what to change in a call that a clause refused."""
