"""Sources: from a file to its lines. The kind of file is known by its content, not by its ending.

``read_text(path)`` gives one document's text; ``read_texts(path)`` also opens what a mail carries. Every
failure is a ``SourceError`` with one Swedish line that says what is wrong and what to do.
"""

from protokoll.sources.errors import SourceError
from protokoll.sources.opening import KNOWN_ENDINGS, media_type_of, read_text, read_texts, text_of_bytes

__all__ = ["KNOWN_ENDINGS", "SourceError", "media_type_of", "read_text", "read_texts", "text_of_bytes"]
