"""Days and hours in English as it is read in Denmark: the day first, and 24 hours."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "d/m/Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
MONTH_DAY_FORMAT = "j F"
WEEKDAY_FORMAT = "l j F Y"
WEEKDAY_MOMENT_FORMAT = "l j F Y, H:i"
