"""Swedish words as data, and the small grammar they share."""
