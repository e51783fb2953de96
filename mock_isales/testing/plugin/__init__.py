"""What the pytest plugin does. All but its options is imported at the first use of a fixture."""
