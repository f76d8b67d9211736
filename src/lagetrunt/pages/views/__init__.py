"""The pages on a network, one file per kind of page."""
