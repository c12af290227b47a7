"""Questions that stay the same: surveys and pulses, their answers, and shares with honest margins."""
