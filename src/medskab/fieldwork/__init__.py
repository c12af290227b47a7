"""The confidential room: interviews, field notes, what was agreed with the speaker, codes and quotes."""
