"""The finder of untranslated texts finds them."""

import pytest

from tests.language.pseudo import untranslated


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>⟦All done⟧</p>", []),
        ("<p>⟦%(n)s of ⟦people⟧⟧ 12</p>", []),
        ("<p>All done</p>", ["All done"]),
        ("<p>⟦Hello⟧ friend</p>", ["⟦Hello⟧ friend"]),
        ("<p><bdi>Amira</bdi> 1.200 kr.</p>", []),
        ('<img alt="A yard">', ["A yard"]),
        ('<input type="submit" value="Send">', ["Send"]),
        ('<meta name="viewport" content="width=device-width">', []),
        ('<meta name="description" content="Our yard">', ["Our yard"]),
        ("<script>let words = 1</script>", []),
    ],
)
def test_finds_what_did_not_go_through_the_translators(html, found):
    assert untranslated(html) == found
