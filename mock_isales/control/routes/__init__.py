"""The routes under `/_mock`, each a few lines over the engine."""
