"""What is said and answered under `/_mock`, beyond what the engine's own views have. Shared with the Python client."""
