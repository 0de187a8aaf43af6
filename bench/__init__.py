"""Benchmarks: run by hand, print tables, are no tests."""
