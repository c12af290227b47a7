"""Days and hours in Danish: with the hour after kl. and a full stop in it."""

DATE_FORMAT = "j. F Y"
SHORT_DATE_FORMAT = "d.m.Y"
TIME_FORMAT = "H.i"
DATETIME_FORMAT = r"j. F Y \k\l. H.i"
MONTH_DAY_FORMAT = "j. F"
WEEKDAY_FORMAT = "l j. F Y"
WEEKDAY_MOMENT_FORMAT = r"l j. F Y \k\l. H.i"
