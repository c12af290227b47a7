"""Opinion maps: what a crowd agrees on, and in which ways it sees things, from votes on short statements.

Votes say agree (+1), disagree (-1) or pass (0) to statements; most people vote on some of them only.
`map_opinions` does the whole; each of its steps is a function of its own. All are pure functions of who
said what last: the order in which votes, people or statements come never changes an answer."""
