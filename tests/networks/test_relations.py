"""The words of all lists for a relation, read as what one party is to the other."""

import pytest

from tests.networks.builders import owned_by, party
from watchlist.model import Link, Relation, Tie
from watchlist.networks import links
from watchlist.networks.relations import BACKWARDS, FORWARDS, reading

OFAC = {
    "Owned or Controlled By": (Tie.OWNED_BY, False),
    "Acting for or on behalf of": (Tie.ACTING_FOR, False),
    "Family member of": (Tie.FAMILY, False),
    "Leader or official of": (Tie.LEADER_OF, False),
    "Providing support to": (Tie.SUPPORTING, False),
    "Associate Of": (Tie.ASSOCIATE, False),
    "playing a significant role in": (Tie.SIGNIFICANT_ROLE, False),
    "Principal Executive Officer": (Tie.LEADER_OF, False),
    "Property in the interest of": (Tie.PROPERTY_OF, False),
    "Owns, controls, or operates": (Tie.OWNED_BY, True),
}
OTHERS = {
    "Linked To": (Tie.LINKED, False),
    "Vessel Owner": (Tie.OWNED_BY, False),
    "related-to": (Tie.LINKED, False),
    "Parent company": (Tie.OWNED_BY, False),
    "Subsidiary": (Tie.OWNED_BY, True),
    "Current owner/operator": (Tie.OWNED_BY, False),
    "Ownership": (Tie.OWNED_BY, True),
    "Directorship": (Tie.LEADER_OF, False),
    "Owns or controls": (Tie.OWNED_BY, True),
    "Controlled by": (Tie.OWNED_BY, False),
    "Led by": (Tie.LEADER_OF, True),
    "Has member": (Tie.MEMBER_OF, True),
    "Employer of": (Tie.EMPLOYED_BY, True),
    "Represented by": (Tie.ACTING_FOR, True),
    "Successor of": (Tie.SUCCESSOR_OF, False),
    "Subordinate institution of": (Tie.OWNED_BY, False),
    "Affiliated entity of": (Tie.ASSOCIATE, False),
    "Family": (Tie.FAMILY, False),
    "Associate": (Tie.ASSOCIATE, False),
    "UnknownLink": (Tie.LINKED, False),
    "Membership": (Tie.MEMBER_OF, False),
    "Employment": (Tie.EMPLOYED_BY, False),
    "Representation": (Tie.ACTING_FOR, False),
    "Succession": (Tie.SUCCESSOR_OF, True),
}


@pytest.mark.parametrize(("words", "read"), [*OFAC.items(), *OTHERS.items()])
def test_every_word_of_the_lists_is_known(words: str, read: tuple[Tie, bool]) -> None:
    """Case and punctuation do not matter."""
    assert reading(words) == read
    assert reading(words.upper().replace(" ", "-")) == read


def test_no_words_read_two_ways() -> None:
    """The table gives every wording once."""
    words = [each for table in (FORWARDS, BACKWARDS) for several in table.values() for each in several]
    assert len(words) == len(set(words))


def test_words_that_nobody_knows_link_and_are_kept() -> None:
    """An authority that invents a relation loses none of it."""
    parties = (party("a-b:1", "HUB"), party("a-b:2", "SHIP", Relation("Chartered by", "a-b:1", "")))
    assert links(parties) == (Link("a-b:2", "a-b:1", "Chartered by", "a-b", Tie.LINKED),)


def test_what_owns_is_the_target_whoever_says_so() -> None:
    """The word "Subsidiary" on the parent and "Parent company" on the subsidiary are one link."""
    parent = party("a-b:1", "PARENT", Relation("Subsidiary", "a-b:2", ""))
    child = party("a-b:2", "CHILD", Relation("Parent company", "a-b:1", "", 60.0))
    assert links((parent, child)) == (Link("a-b:2", "a-b:1", "Parent company", "a-b", Tie.OWNED_BY, 60.0),)


def test_linked_is_not_told_beside_how() -> None:
    """The words "Linked To:" in remarks say no more than the relationship that the same list states."""
    linked = Relation("Linked To", "a-b:1", "")
    parties = (party("a-b:1", "OWNER"), party("a-b:2", "COMPANY", owned_by("a-b:1"), linked))
    assert [link.tie for link in links(parties)] == [Tie.OWNED_BY]


def test_another_list_is_heard_beside_the_first() -> None:
    """Each list is a source of its own."""
    one = party("a-b:1", "OWNER")
    company = party("a-b:2", "COMPANY", owned_by("a-b:1"))
    twin = party("c-d:3", "COMPANY", Relation("Linked To", "a-b:1", "")).listings[0]
    both = type(company)(company.id, company.type, company.name, (*company.listings, twin))
    assert [(link.tie, link.list_name) for link in links((one, both))] == [(Tie.OWNED_BY, "a-b"), (Tie.LINKED, "c-d")]
