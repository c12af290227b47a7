"""Photos and voice that people hand in: looked at in a limited process, kept without what a device hides in them."""
