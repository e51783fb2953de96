"""The page for people at `/_mock/ui`. It holds nothing of a double: what it shows, the browser asks `/_mock` for."""
