"""One module for each version: what it changes."""
