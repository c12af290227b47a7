"""What can be done with rounds."""

from .planning import Way, ask_to_erase, end_round, plan_round
from .taking_in import confirm_erased, forget_not_home, open_bag, refuse_bag, remove_bag, take_bags, try_again

__all__ = [
    "Way",
    "ask_to_erase",
    "confirm_erased",
    "end_round",
    "forget_not_home",
    "open_bag",
    "plan_round",
    "refuse_bag",
    "remove_bag",
    "take_bags",
    "try_again",
]
