"""What a neighbourhood has, by its six kinds."""

import pytest

from medskab.common.clock import now
from medskab.needs import actions, queries
from medskab.needs.models import AssetKind

from . import factories
from .handing_in import at


@pytest.mark.parametrize("kind", AssetKind.values)
def test_shows_each_kind_of_asset_alone(client, area, freja, kind):
    for one in AssetKind.values:
        factories.need(area, freja, f"The {one}", kind="asset", asset_kind=one)
    factories.need(area, freja, "Lamps")
    page = client.get(f"{at('needs')}?kind=asset&asset={kind}").text
    assert [f"The {one}" in page for one in AssetKind.values] == [one == kind for one in AssetKind.values]
    assert "Lamps" not in page


def test_shows_all_where_the_kind_is_unknown(client, area, freja):
    factories.need(area, freja, "Choir", kind="asset", asset_kind="associations")
    for query in ("kind=asset&asset=x", "asset=physical", "kind=asset"):
        assert "Choir" in client.get(f"{at('needs')}?{query}").text


def test_gives_no_need_a_kind_of_asset(area, freja):
    asset = factories.need(area, freja, "Choir", kind="asset", asset_kind="stories")
    worded = actions.Worded("Choir", kind="need", asset_kind="stories")
    assert actions.edit_need(need=asset, worded=worded, by=freja, now=now()).asset_kind == ""


def test_is_written_on_the_form_and_stays_when_divided(client, area, staff, freja):
    words = {"title": "Choir", "kind": "asset", "asset_kind": "associations", "state": "open"}
    staff.post(at("need-new"), {**words, "idempotency_key": "a"})
    need = queries.on_board(area).get()
    for said in ("We sing", "We play"):
        actions.join_input(row=factories.said(area, said), need=need, by=freja, now=now())
    inputs = [queries.said_about(need)[0].pk]
    staff.post(at("need-split", need.slug), {"title": "Band", "inputs": inputs, "idempotency_key": "b"})
    assert {one.asset_kind for one in queries.on_board(area, kind="asset")} == {"associations"}
    assert "Associations and groups" in client.get(need.get_absolute_url()).text
