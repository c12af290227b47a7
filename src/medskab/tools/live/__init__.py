"""Telling open pages that there is something new: a number for each topic, never content."""
