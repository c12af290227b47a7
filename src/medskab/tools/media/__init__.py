"""Photos and voice that people hand in: photos are made anew, and both lie under names that say nothing."""
