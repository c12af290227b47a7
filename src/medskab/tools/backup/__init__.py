"""A backup is one archive that was opened and checked after it was written; a restore is all or nothing."""
