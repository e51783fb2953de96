"""Seed files: the written form of a seed, in YAML or JSON."""

from mock_isales.engine.seed_files.problems import Problem, SeedError
from mock_isales.engine.seed_files.reading import demo_seed, parse_seed, read_seed
from mock_isales.engine.seed_files.schema import seed_schema

__all__ = ["Problem", "SeedError", "demo_seed", "parse_seed", "read_seed", "seed_schema"]
