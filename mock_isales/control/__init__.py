"""The double's own wire under `/_mock`: what a test sets up, sees and provokes."""
