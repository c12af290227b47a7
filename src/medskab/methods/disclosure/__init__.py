"""What may be published about groups of people, and what must be hidden for it to stay unknown.

- `protect_counts`: hide the small cells of a table of people, and as little else as is needed.
- `protect_amounts`: the same for money, where one payer or receiver may stand out.
- `round_counts`: the alternative without gaps: every count rounded by chance to a multiple of five.
- `feasible_intervals`: what a reader of a protected table can work out about each hidden cell.
- `small_by_subtraction`: whether tables that were published together give a small group away.
- `may_publish_area`: whether an area has enough people and homes for a table of its own.
- `may_publish_single_ballots`: whether ballots can be shown one by one without being recognised.
- `read_counts`: a table from a CSV file.
"""
