"""Worlds that several processes share, or that outlive their process: all that is theirs lies in a database."""
