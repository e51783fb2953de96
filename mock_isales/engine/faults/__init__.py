"""Faults: what a world answers instead of what the contract says, because a test asked for it."""
