"""Medskab: the open platform with which a housing area takes over its own development."""

__version__ = "0.1.0"
