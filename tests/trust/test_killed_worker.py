"""A worker that is killed again and again in the middle of its jobs."""

from random import Random

import pytest

from tests.trust.harness import KILLS, SEED, Installation, Running, installation
from tests.trust.tasks import ROWS

JOBS = KILLS + 2  # a killed worker finishes one job at most: there is work for the next one
MOMENTS = ["prepared", *(f"row {number}" for number in range(ROWS)), "finished"]
COUNTED = "SELECT deed, count(*) FROM common_deedreceipt WHERE deed LIKE 'job%' GROUP BY deed"
UNFINISHED = "SELECT key, state, attempts FROM jobs_job WHERE key LIKE 'fill:%' AND state <> 'done'"


def what_went_wrong(site: Installation, random: Random, twin: str = "") -> str:
    """Kill workers at random moments of their jobs; what was lost, half done or done twice, in words."""
    site.call("tests.trust.tasks.start_jobs", str(JOBS))
    for _kill in range(KILLS):
        with site.start("worker", twin=twin) as worker:
            worker.read_until(random.choice(MOMENTS))
            worker.kill()
        if wrong := half_done(site):
            return wrong
    with site.start("worker", twin=twin) as worker:
        assert worker.read_until("at work")
        until_done_or_stuck(site, worker)
    if lost := site.rows(UNFINISHED):
        return f"never done: {lost}"
    return half_done(site)


def until_done_or_stuck(site: Installation, worker: Running) -> None:
    """Look until every job is done, or nothing has happened to those that are not for a good while."""
    before, quiet = None, 0
    for _look in range(1200):
        left = site.rows(f"{UNFINISHED} ORDER BY key")
        quiet = quiet + 1 if left == before else 0
        before = left
        if not left or quiet > 150:
            return
        worker.wait_at_most(0.1)


def half_done(site: Installation) -> str:
    """Effects that are there in part, or more than once."""
    return ", ".join(
        f"{name} has {count} of {ROWS} rows" for name, count in site.rows(COUNTED) if count != ROWS
    )


def test_loses_nothing_and_does_nothing_by_halves():
    with installation() as site:
        assert what_went_wrong(site, Random(SEED)) == ""
        assert len(site.rows(COUNTED)) == JOBS


@pytest.mark.parametrize("twin", ["effect_beside_the_mark", "nobody_looks_for_the_dead"])
def test_would_be_noticed_without_the_protection(twin):
    with installation() as site:
        assert what_went_wrong(site, Random(SEED), twin) != ""


def late_worker(site: Installation, twin: str = "") -> str:
    """A worker that stands still until another has done its job, and then goes on."""
    site.call("tests.trust.tasks.start_jobs", "1")
    with site.start("worker", twin=f"{twin}+stand_still") as late:
        late.read_until("prepared")
        with site.start("worker", twin=twin) as other:
            other.read_until("finished")
        late.go_on()
        late.read_until("ended:")
    return half_done(site)


def test_drops_what_a_late_worker_brings():
    with installation() as site:
        assert late_worker(site) == ""
    with installation() as site:
        assert late_worker(site, "mark_without_the_lease") != ""
