"""The demo areas: invented people in invented places, marked as such on every page."""
