"""The one error that a command raises for the person at the keyboard."""


class CommandError(Exception):
    """The command cannot do what was asked; `sentence` says why and what to do."""

    def __init__(self, sentence: str, exit_code: int = 1) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.exit_code = exit_code
