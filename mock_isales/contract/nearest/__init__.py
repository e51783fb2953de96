"""The nearest value that would have passed: worked out from a field's declaration, for whoever has sent a bad one."""
