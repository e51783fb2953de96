"""The versions of the SQL store's tables, and the way from each to the next."""
