"""How days and hours are written, language by language; only where Django's own way is not the one here."""
