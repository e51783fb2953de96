"""Makes the calls of a recording once more, and tells where the answers differ."""
