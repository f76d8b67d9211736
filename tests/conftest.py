"""Fixtures that every test may use: one browser for the whole run, however many files ask for it."""

pytest_plugins = ["tests.lagetrunt.browser"]
