"""Where a world's state is kept: in memory or in a database, behind one protocol."""
