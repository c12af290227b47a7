"""The whole site killed at once: nothing is left over, and what was acknowledged is done afterwards."""

from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.trust.harness import Installation, free_port, installation

UNFINISHED = "SELECT count(*) FROM jobs_job WHERE key LIKE 'fill:%' AND state <> 'done'"


def serve(site: Installation, port: int):
    """The real server with its worker, answering."""
    server = site.start("serve", f"--port={port}")
    assert server.read_until("Stop it with")
    return server


def answers(port: int) -> bool:
    """Whether somebody serves a page there."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/", timeout=10) as page:
            return page.status == 200
    except HTTPError as answer:
        return answer.code < 500
    except URLError:
        return False


def until(holds, server) -> bool:
    """Look again and again, as long as a server lives."""
    for _look in range(150):
        if holds():
            return True
        if server.wait_at_most(0.1) is not None:
            return False
    return False


def test_does_what_was_acknowledged_after_it_was_killed():
    port = free_port()
    with installation() as site:
        with serve(site, port) as server:
            assert until(lambda: answers(port), server)
            site.call("tests.trust.tasks.start_jobs", "5")
            server.read_until("row 5")
            server.kill()
        with serve(site, port) as server:
            assert until(lambda: site.rows(UNFINISHED) == [(0,)], server)
            assert until(lambda: answers(port), server)
            assert server.end() == 0


def test_leaves_nobody_behind_when_only_the_server_is_killed():
    port = free_port()
    with installation() as site:
        with serve(site, port) as server:
            assert until(lambda: answers(port), server)
            server.kill(children=False)
        with serve(site, port) as server:
            assert until(lambda: answers(port), server)
            assert server.end() == 0


def test_starts_the_worker_again_when_it_was_killed():
    with installation() as site, serve(site, free_port()) as server:
        site.call("tests.trust.tasks.start_jobs", "9")  # so that the kill lands in the middle of one
        server.read_until("row 5")
        server.kill_its("worker")
        assert server.read_until("a new one is started")
        assert server.read_until("ended: finished")
        assert until(lambda: site.rows(UNFINISHED) == [(0,)], server)
