"""What can be wrong or odd with a file of votes, in the reader's language.

The methods say it in English, with its numbers apart; here each such text is marked for translation, and a
test finds those that are missing.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

TEXTS = frozenset(
    {
        gettext_noop("The points on the ballots are too large to be added exactly. Divide them all alike."),
        gettext_noop("The budget is negative. Give a budget of zero or more."),
        gettext_noop("A currency unit must be at least one of the smallest coin."),
        gettext_noop("Two projects have the same id. Give each project an id of its own."),
        gettext_noop("A ballot names a project that is not in the list of projects."),
        gettext_noop("Project {project} has a negative cost. Give a cost of zero or more."),
        gettext_noop("A ballot has an empty place in its list of projects; it was left out."),
        gettext_noop(
            "A ballot does not have one number of points for each of its projects. Write as many "
            "points as projects, in the same order."
        ),
        gettext_noop("A ballot names the same project more than once; it was counted once."),
        gettext_noop(
            "A vote names the project {project}, which is not in PROJECTS. Correct the vote or add the "
            "project."
        ),
        gettext_noop("A ballot gives “{points}” points. Points must be numbers of zero or more."),
        gettext_noop(
            "A ballot chooses {count} projects, but the vote_type is choose-1. Correct the ballot, or "
            "use the vote_type approval."
        ),
        gettext_noop("A column in {section} has no name. Give it a name or take it out."),
        gettext_noop("The column {column} is there twice in {section}. Keep one."),
        gettext_noop(
            "This line has {cells} values, but {section} has {columns} columns. Put a text that holds "
            "a ; in quotation marks."
        ),
        gettext_noop("The section {section} has no column {column}. Add it to the line of column names."),
        gettext_noop("The section VOTES has no line of column names. Add one, such as voter_id;vote."),
        gettext_noop("The section {section} is missing. Add it."),
        gettext_noop("The section {section} is there a second time. Keep one."),
        gettext_noop(
            "The section {section} begins here, but {expected} must come first. Put META, PROJECTS and "
            "VOTES in that order."
        ),
        gettext_noop("A .pb file begins with a line that says META. Put it before this line."),
        gettext_noop("The section PROJECTS has no line of column names. Add one, such as project_id;cost."),
        gettext_noop("META gives the key {key} twice; the first value was kept."),
        gettext_noop("META gives {key} here and on line {first}, with different values. Keep one."),
        gettext_noop("META does not say {key}. Add a line with {key}; and its value."),
        gettext_noop("The vote_type “{value}” is not known. Use one of: {known}."),
        gettext_noop("This project has no project_id. Give it one."),
        gettext_noop(
            "The project_id {project} holds a comma, which separates projects in a vote. Use another id."
        ),
        gettext_noop(
            "The project_id {project} is here and on line {first}. Give each project an id of its own."
        ),
        gettext_noop(
            "The {what} “{text}” is not a number that can be taken exactly. Write it with digits only, "
            "such as 12000 or 12000.50, with at most {decimals} decimals."
        ),
        gettext_noop("The {what} is negative. Give a {what} of zero or more."),
        gettext_noop(
            "The {what} “{text}” was read with three decimals. If it means thousands, write it without "
            "the sign."
        ),
        gettext_noop("The currency_unit “{text}” must be 1, 10, 100 or another power of ten."),
        gettext_noop(
            "An amount has more decimals than a currency_unit of {unit} allows. Correct one of the two."
        ),
        gettext_noop("An amount is too large to be counted. Check it."),
        gettext_noop("The {name} “{text}” is not in degrees; the project is left off the map."),
        gettext_noop("The column selected holds “{text}”, not a number."),
        gettext_noop("A quotation mark inside a text is not written twice; the text was read as it stands."),
        gettext_noop("The file is saved as UTF-16. Save it as UTF-8 and try again."),
        gettext_noop("The file is empty."),
        gettext_noop("This is not a text file: it holds a zero byte."),
        gettext_noop(
            "A quotation mark that opens here is not closed as it should. Close it at the end of the "
            "text, and write a quotation mark inside the text twice."
        ),
        gettext_noop("A quotation mark that opens here is never closed. Close it at the end of the text."),
        gettext_noop("This is {what}, not a .pb file. Export the election as .pb and try again."),
        gettext_noop(
            "A letter here is not UTF-8; the file is probably saved as Latin-1 or Windows-1252. Save "
            "it as UTF-8 and try again."
        ),
        gettext_noop(
            "This line holds a return sign (CR) or a text of more than {most} letters. Take it out."
        ),
        gettext_noop("The {key} in META is not a number; it was not checked."),
        gettext_noop(
            "META says {key} {stated}, but the file holds {found} {what}. Check that nothing is missing."
        ),
        gettext_noop(
            "The default_score is {score}: projects that a ballot does not name would get points. "
            "Write every project's points into the ballots, and set default_score to 0."
        ),
        gettext_noop("A ballot breaks the limit {key} of {limit} in META; it was counted as it is."),
        gettext_noop("A ballot stays below {key} of {limit} in META; it was counted as it is."),
        gettext_noop("A line in VOTES has fewer values than there are columns; the last were read as empty."),
        gettext_noop(
            "The section {section} begins here, after VOTES. Put META, PROJECTS and VOTES in that "
            "order, once each."
        ),
        gettext_noop("This line has {cells} values, but VOTES has {columns} columns. Add what is missing."),
        gettext_noop("This ballot has no voter_id. Give each ballot an id of its own."),
        gettext_noop("The voter_id {voter} is here and on line {first}. Keep one ballot for each voter."),
        gettext_noop("The file is larger than one gigabyte. Check that it is the right file."),
        gettext_noop(
            "The project id “{project}” cannot be written: an id needs a letter or digit, and may not "
            "hold a comma or begin or end with a space."
        ),
        gettext_noop("A household has one vote or two. Choose one of them."),
        gettext_noop("{cast} votes are more than {homes} homes can cast ({possible}). Check the numbers."),
        gettext_noop("The number “{name}” is negative. Give zero or more."),
        gettext_noop("The file has no projects. There is nothing to decide."),
        gettext_noop("A project_id is longer than 200 letters. Give it a shorter one."),
    }
)
NOUNS = frozenset(
    {
        gettext_noop("budget"),
        gettext_noop("cost"),
        gettext_noop("ballots"),
        gettext_noop("projects"),
        gettext_noop("a spreadsheet or a zip archive"),
        gettext_noop("a PDF"),
        gettext_noop("an old office document"),
        gettext_noop("a compressed file"),
    }
)


def remark_sentence(remark: Mapping[str, Any]) -> str:
    """One sentence about a file with its line, translated; the numbers and texts are the file's own."""
    values = {name: _(value) if value in NOUNS else value for name, value in remark["values"].items()}
    sentence = _(remark["template"])
    said = sentence.format(**values) if values else sentence
    if remark["line"]:
        said = _("Line %(line)s: %(sentence)s") % {"line": remark["line"], "sentence": said}
    return f"{said} {_more(remark['more'])}" if remark["more"] else said


def _more(number: int) -> str:
    return ngettext("(%(number)s more like this.)", "(%(number)s more like this.)", number) % {
        "number": number
    }
