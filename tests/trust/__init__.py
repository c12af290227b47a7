"""What must hold when processes are killed; each protection has a twin, the bug put back, to be caught."""
