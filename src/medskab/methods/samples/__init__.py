"""What the answers of some say about all: shares and means with their margins, weights, waves, coverage.

- `share_interval`: between which shares the true share lies.
- `mean_interval`: between which values the true mean of a scale lies.
- `effective_size`: how many unweighted answers the weighted ones are worth.
- `rake`: weights with which the answers fit what is known of everybody.
- `compare_shares`, `compare_means`: what changed between two waves, and what could have been seen.
- `judge_changes`: which of several changes can be told from chance, all of them together.
- `response_rate`: who was asked, who answered, who was not heard.
"""
