"""Addresses: a world's prefix, which leads to the documented ones within it."""

PREFIX = "/w/"


def without_prefix(path: str) -> str:
    """A path without the prefix of a world, if it has one."""
    return "/" + path[len(PREFIX) :].partition("/")[2] if path.startswith(PREFIX) else path
