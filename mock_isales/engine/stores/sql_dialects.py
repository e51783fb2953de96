"""The kinds of databases that the SQL store knows."""

SQLITE = "sqlite"
POSTGRESQL = "postgresql"
