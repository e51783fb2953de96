"""Which mistake explains a refused token: each known one is tried."""
