"""Engines: servers that are started and loaded."""
