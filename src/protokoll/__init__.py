"""Protokoll: reads Swedish minutes, notices and charters into records. Pure Python, no web framework."""
