"""Seed files: the written form of a seed, in YAML or JSON."""
