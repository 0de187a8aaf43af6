"""A person lets go what is held of a list, or lets in an edition that was refused: first shown, then done."""

from dataclasses import dataclass
from datetime import datetime

from watchlist.config import ListEntry
from watchlist.errors import ListError
from watchlist.jobs.activation import Change, activate
from watchlist.jobs.editions import Edition, Files, effective_edition, read_edition, stored_edition
from watchlist.lists import losses
from watchlist.model import Listing
from watchlist.store import Candidate, CheckOutcome, ListCheck, Store


@dataclass(frozen=True, slots=True)
class Proposal:
    """What approving would do; ``reason`` says why it was not done without asking.

    ``leaving`` are listings that would no longer be screened, ``names`` how many names of other listings.
    """

    list_name: str
    reason: str
    change: Change
    leaving: tuple[Listing, ...]
    names: int
    files: Files
    candidate: Candidate | None = None


def propose(store: Store, entry: ListEntry) -> Proposal | None:
    """What there is to approve: a refused edition that is the newest, else what is held; None when nothing is.

    ``ListError`` when the newest edition was refused and is not for a person to let in.
    """
    before = effective_edition(store, entry.name)
    refused = store.candidates.of(entry.name)
    if refused and store.lists.state(entry.name).outcome == CheckOutcome.REFUSED:
        return _entrance(store, entry, refused[0], before)
    if before is None or not before.losses:
        return None
    after = stored_edition(store, before.snapshot)
    return _proposal(entry.name, store.lists.held(before.snapshot)[1], Change(before, after), {})


def approve(store: Store, proposal: Proposal, now: datetime) -> None:
    """Do what was proposed."""
    candidate = proposal.candidate
    with store.transaction():
        activate(store, proposal.change, proposal.files, now)
        if candidate is not None:
            reason = f"approved by hand; it had been refused: {candidate.reason}"
            check = ListCheck(candidate.list_name, candidate.refused, CheckOutcome.OK, reason, candidate.digest)
            store.lists.add_check(check)
    if candidate is not None:
        store.candidates.remove(candidate.list_name, candidate.digest)


def _entrance(store: Store, entry: ListEntry, candidate: Candidate, before: Edition | None) -> Proposal:
    if not candidate.approvable:
        raise ListError(entry.name, f"its newest file cannot be approved: {candidate.reason}")
    files = store.candidates.raw(candidate)
    if candidate.format != entry.format:
        raise ListError(entry.name, f"its newest file is {candidate.format}, not {entry.format}; refresh it first")
    after = read_edition(entry, files, url=candidate.url, retrieved=candidate.refused)
    return _proposal(entry.name, candidate.reason, Change(before, after), files, candidate)


def _proposal(
    list_name: str, reason: str, change: Change, files: Files, candidate: Candidate | None = None
) -> Proposal:
    screened = () if change.before is None else change.before.parsed.listings
    lacking = losses.gone(screened, change.after.parsed.listings)
    leaving = {listing for listing, alias in lacking if not alias}
    return Proposal(
        list_name=list_name,
        reason=reason,
        change=change,
        leaving=tuple(listing for listing in screened if listing.id in leaving),
        names=len(lacking) - len(leaving),
        files=files,
        candidate=candidate,
    )
