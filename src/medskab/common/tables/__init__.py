"""Tables that people bring in a file: CSV in any office program's encoding, or an Excel workbook."""
