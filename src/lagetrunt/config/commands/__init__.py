"""``lagetrunt``'s commands, one per file. Each has ``add(subparsers)`` and a function that returns the exit status."""
