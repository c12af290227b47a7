"""Small `.pb` files for tests, changed by keyword."""

META = {"budget": "100", "vote_type": "approval"}
PROJECTS = "project_id;cost;name\np;30;Trees\nq;70;Benches\n"
VOTES = "voter_id;vote\na;p,q\nb;q\nc;\n"


def pb(*, meta: dict[str, str] | None = None, projects: str = PROJECTS, votes: str = VOTES) -> bytes:
    """A correct file of two projects and three ballots, unless told otherwise."""
    keys = "".join(f"{key};{value}\n" for key, value in (META | (meta or {})).items())
    return f"META\nkey;value\n{keys}PROJECTS\n{projects}VOTES\n{votes}".encode()


def pb_points(points: str, *, kind: str = "cumulative", vote: str = "p,q") -> bytes:
    """A file with one ballot that gives points."""
    return pb(meta={"vote_type": kind}, votes=f"voter_id;vote;points\na;{vote};{points}\n")
