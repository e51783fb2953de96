"""The calls of a journal as other tools read them: as HAR, as a command of curl, as a test."""
