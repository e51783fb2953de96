"""The journal: what was called, what was answered, and why."""
