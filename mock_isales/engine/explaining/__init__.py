"""Explanations: why a call was answered as it was, and what to change. Made when they are read, never before."""
