"""Entries that only pass on what another authority listed: they lend names and facts, and are no further list."""

from collections.abc import Iterable
from dataclasses import replace

from watchlist.model import Alias, Listing, Party
from watchlist.text.normalize import fold


def without_echoes(party: Party) -> Party:
    """The party as the authorities themselves list it, and what only echoes say beside that.

    The Consolidated Screening List repeats all of OFAC's entries under OFAC's own numbers, in capitals and without
    saying which names are weak. Were it a list of its own, every name of OFAC's would stand on two lists, and no name
    would be weak.
    """
    voices = [listing for listing in party.listings if not _is_echo(listing)]
    if not voices or len(voices) == len(party.listings):
        return party
    echoes = [listing for listing in party.listings if _is_echo(listing)]
    known = {fold(alias.text) for listing in voices for alias in listing.aliases}
    more = tuple(alias for listing in echoes for alias in listing.aliases if fold(alias.text) not in known)
    return replace(party, listings=(_with(voices[0], more, echoes), *voices[1:]))


def _is_echo(listing: Listing) -> bool:
    """Only those who pass its entries on quote OFAC's numbers; authorities that act by themselves quote the UN's."""
    return any(reference.scheme == "ofac" for reference in listing.references)


def _with(listing: Listing, names: tuple[Alias, ...], echoes: Iterable[Listing]) -> Listing:
    several = (listing, *echoes)
    return replace(
        listing,
        aliases=(*listing.aliases, *dict.fromkeys(names)),
        countries=tuple(dict.fromkeys(code for one in several for code in one.countries)),
        births=tuple(dict.fromkeys(birth for one in several for birth in one.births)),
        roles=tuple(dict.fromkeys(role for one in several for role in one.roles)),
        identifiers=tuple(dict.fromkeys(identifier for one in several for identifier in one.identifiers)),
    )
