"""Coded texts from and to other programs for qualitative work, in the open format REFI-QDA (.qdpx)."""
