"""Problems that the one at the command line can mend."""


class CommandError(Exception):
    """Something the user can mend; its text is one plain sentence in Swedish."""
