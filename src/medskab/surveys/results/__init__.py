"""From answers to what may be said of them: items, weights, published figures, waves."""
