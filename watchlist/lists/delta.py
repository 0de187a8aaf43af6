"""What changed between two editions of one list: listings added, changed (in which fields) and gone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from watchlist.changes import ChangeKind, FieldChange, ListingChange
from watchlist.model import Alias, BirthDate, CrossReference, Identifier, Listing, Relation

Words = tuple[str, ...]


def delta(before: Sequence[Listing], after: Sequence[Listing]) -> tuple[ListingChange, ...]:
    """Every difference, in the order of ``after``, what is gone last.

    The verbs are those of OpenSanctions' delta files: ADD, MOD with the fields that changed, DEL. Values that only
    stand in another order are no change, nor is an address that the parser makes from the reference.
    """
    old = {listing.id: listing for listing in before}
    new = {listing.id: listing for listing in after}
    changes = (_compared(old.get(listing.id), listing) for listing in after)
    gone = (_change(ChangeKind.DEL, listing) for listing in before if listing.id not in new)
    return (*(change for change in changes if change is not None), *gone)


def _compared(old: Listing | None, new: Listing) -> ListingChange | None:
    if old is None:
        return _change(ChangeKind.ADD, new)
    fields = () if old == new else tuple(_fields(old, new))
    return _change(ChangeKind.MOD, new, fields) if fields else None


def _change(kind: ChangeKind, listing: Listing, fields: tuple[FieldChange, ...] = ()) -> ListingChange:
    return ListingChange(
        kind,
        listing.list_name,
        listing.id,
        listing.name,
        listing.type,
        listing.programmes,
        listing.listed_on,
        listing.url,
        fields,
    )


def _fields(old: Listing, new: Listing) -> Iterator[FieldChange]:
    for field, words in _FIELDS.items():
        lost, gained = words(old), words(new)
        removed = tuple(word for word in dict.fromkeys(lost) if word not in gained)
        added = tuple(word for word in dict.fromkeys(gained) if word not in lost)
        if removed or added:
            yield FieldChange(field, removed, added)


def _alias(alias: Alias) -> str:
    parts = f" [{alias.family} | {alias.given}]" if alias.family or alias.given else ""
    origin = ", ".join(filter(None, (alias.kind.value, alias.script, alias.language)))
    return f"{alias.text}{parts} ({origin})"


def _birth(birth: BirthDate) -> str:
    days = str(birth.earliest) if birth.earliest == birth.latest else f"{birth.earliest} to {birth.latest}"
    return f"circa {days}" if birth.circa else days


def _identifier(identifier: Identifier) -> str:
    country = f" ({identifier.country})" if identifier.country else ""
    return f"{identifier.kind} {identifier.value}{country}"


def _relation(relation: Relation) -> str:
    """By the name that the list prints, where it prints one: which listing bears it is the parser's reading of it."""
    share = "" if relation.share is None else f" {relation.share:g} %"
    return f"{relation.kind}{share}: {relation.target_name or relation.target}"


def _reference(reference: CrossReference) -> str:
    return f"{reference.scheme.upper()} {reference.value}"


def _only(text: object) -> Words:
    return (str(text),) if text else ()


_FIELDS: Mapping[str, Callable[[Listing], Words]] = MappingProxyType(
    {
        "names": lambda one: tuple(map(_alias, one.aliases)),
        "type": lambda one: (one.type.value,),
        "programmes": lambda one: one.programmes,
        "countries": lambda one: one.countries,
        "births": lambda one: tuple(map(_birth, one.births)),
        "birth places": lambda one: one.birth_places,
        "gender": lambda one: _only(one.gender),
        "roles": lambda one: one.roles,
        "identifiers": lambda one: tuple(map(_identifier, one.identifiers)),
        "relations": lambda one: tuple(map(_relation, one.relations)),
        "references": lambda one: tuple(map(_reference, one.references)),
        "listed on": lambda one: _only(one.listed_on),
        "remarks": lambda one: _only(one.remarks),
    }
)
"""Everything that a listing states, in words; a field that is missing here could change without anybody noticing."""
