"""The public bulletin board of a vote: what was done, in order, signed, so that anybody can check it.

`event.append` writes, `receipts` hashes, `verifier.py` checks and stands alone. Format:
`docs/methods/board-json.md`.
"""
