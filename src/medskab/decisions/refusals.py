"""Why a deed with a decision is refused, in words for those who tried."""

from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct


class NotYoursToDecide(CannotAct):
    text = _("Only the area’s facilitators can do this.")


class FileTooLarge(CannotAct):
    text = _("The file is larger than 20 megabytes. Ask us for help with large elections.")


class NothingToConfirm(CannotAct):
    text = _("There is no file waiting to be confirmed. It may already be taken in, or discarded.")


class AlreadyAtWork(CannotAct):
    text = _("This is already being worked on. Wait until it is done, or stop it.")


class TooLateToDiscard(CannotAct):
    text = _("The votes have been counted. What is counted is kept; you can withdraw it with a reason.")


class NothingToCount(CannotAct):
    text = _("There are no votes to count, or the result is already published.")


class NoSuchProposal(CannotAct):
    text = _("There is no such proposal in this decision.")


class CountIsOutOfDate(CannotAct):
    text = _("Something was decided by hand after the count. Count again first.")


class NothingToPublish(CannotAct):
    text = _("There is no new result to publish.")


class WordsAreMissing(CannotAct):
    text = _("Say first who decides, on what basis, what it means, and how to object.")


class NotPublic(CannotAct):
    text = _("This is not published, or it is already withdrawn.")


class AlreadyCorrected(CannotAct):
    text = _("Somebody has corrected these numbers meanwhile. Look at them again.")


class NothingChanged(CannotAct):
    text = _("These are the same numbers as before.")


class MayNotAsk(CannotAct):
    text = _("This would take long to find out. Ask the area’s facilitators.")


class NotYoursToSpend(CannotAct):
    text = _("Choose a mandate of this area, and money that belongs to that mandate.")


class AlreadyOpened(CannotAct):
    text = _("The decision is already opened. What is open is changed in public, with a reason.")


class DatesOutOfOrder(CannotAct):
    text = _("Check the dates: each phase ends before the next one starts, and a vote there must be.")


class NotReadyYet(CannotAct):
    text = _("Something is missing before this can be opened. Look at the list.")


class TooLateToMove(CannotAct):
    text = _("This phase cannot be moved there any more. Its end must lie ahead.")


class NotOpenForThis(CannotAct):
    text = _("This is not the time for it. Look at the dates of the decision.")


class NotYourProposal(CannotAct):
    text = _("Only who made the proposal can do this.")


class ProposalIsSettled(CannotAct):
    text = _("Something has happened to this proposal meanwhile. Look at it again.")


class ShapingMakesNoSense(CannotAct):
    text = _("Change one into one, make one of several, or several of one.")


class NotYoursToCheck(CannotAct):
    text = _("Staff, the board and the municipality check what can be done.")


class NobodyCarriesItOut(CannotAct):
    text = _("Name at least one person who has said yes to carrying it out.")


class CostsMoreThanThereIs(CannotAct):
    text = _("It costs more than the whole budget. Say no with a reason, or shape it smaller.")


class BallotIsFixed(CannotAct):
    text = _("The ballot is already fixed.")


class NothingToCarryOut(CannotAct):
    text = _("Say in a few words what happened.")


class NoSuchCode(CannotAct):
    text = _("This code does not belong to this vote. Look at the letter again, or ask at the desk.")


class CodeIsVoid(CannotAct):
    text = _("This code was made invalid. Ask at the desk for another one.")


class PollNotOpen(CannotAct):
    text = _("The vote is not open now. Look at its days.")


class VotedOnPaper(CannotAct):
    text = _("This code was used for a vote on paper. The paper counts.")


class BallotIsWrong(CannotAct):
    """The choice breaks a rule of the ballot; the text says which."""

    text = _("The ballot is not filled in as it should be.")


class PapersAreMissing(CannotAct):
    text = _("Type every paper of the batch first.")


class WrongKey(CannotAct):
    text = _("This is not the key of this urn. Look at the sheet again.")


class BallotDoesNotFit(CannotAct):
    text = _("A vote on money needs a ballot with proposals, any other vote one with yes and no.")


class PollIsSettled(CannotAct):
    text = _("The vote is already open or over. This can be changed before only.")


class CodesAreIssued(CannotAct):
    text = _("Codes are already issued. Who may vote cannot be changed any more.")


class TwoCustodiansNeeded(CannotAct):
    text = _("Name two different people from two different sides who keep the key.")


class TwoPeopleNeeded(CannotAct):
    text = _("Two people who work for the area do this together. Name the other one.")


class KeysAreMissing(CannotAct):
    text = _("Make the keys first.")


class RehearseFirst(CannotAct):
    text = _("Rehearse the vote first: cast pretend ballots and open the urn once.")


class DecisionIsNotOpen(CannotAct):
    text = _("Open the decision first.")


class NothingOnTheBallot(CannotAct):
    text = _("Nothing stands on the ballot yet.")


class BallotIsTooLong(CannotAct):
    text = _("There are too many proposals for one envelope. Let people choose fewer of them.")


class HasBegun(CannotAct):
    text = _("This phase has begun: its first day stands. Only its last day can be moved.")


class NeverShorter(CannotAct):
    text = _("People were told until when they can vote. An open vote can be made longer, never shorter.")


class TimesAreWrong(CannotAct):
    text = _("A vote opens before it closes, and its end must lie ahead.")


class ReasonIsMissing(CannotAct):
    text = _("Say why: it stands on the board.")


class NothingToIssue(CannotAct):
    text = _("There is no home without codes, or no code to replace.")


class CodeIsUsed(CannotAct):
    text = _("Only codes that nobody has used can be made invalid.")


class StillOpen(CannotAct):
    text = _("The vote is still open.")


class VoteHasBegun(CannotAct):
    text = _("The vote has begun, and what comes out of the urn is published. Then it can be withdrawn.")


class UrnDecides(CannotAct):
    text = _("People voted here, in secret. What came out of the urn stands; nobody changes it by hand.")


class RuleIsAgreed(CannotAct):
    text = _("The rule was fixed before the vote and stands on its board. Count by that rule.")


class NotClosed(CannotAct):
    text = _("This is done when the vote is closed, before the urn is opened.")


class BatchIsWrong(CannotAct):
    text = _("A batch has between 1 and 50 papers, and a paper is one of them.")


class TwoPeopleType(CannotAct):
    text = _("Two people have typed this batch, or it is already agreed.")


class PapersNotAgreed(CannotAct):
    text = _("A batch of papers is not agreed yet. Two people type each batch.")


class PapersDoNotMatch(CannotAct):
    text = _("There are fewer papers than people who voted on paper. Count again, or say why.")


class TooManyPapers(CannotAct):
    text = _("There are more papers than people who voted on paper. Find out why first.")


class WitnessesNeeded(CannotAct):
    text = _("Name at least two people who watch the opening.")


class ThreeWitnessesNeeded(CannotAct):
    text = _("Single ballots could be recognised, so they are not shown. Three people must watch.")


class TooEarlyToDestroy(CannotAct):
    text = _("The key is destroyed two weeks after the opening, when the result is out.")
