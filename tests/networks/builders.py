"""Parties, links and matches with only what a test of networks is about."""

from watchlist.model import (
    Alias,
    AliasKind,
    Article,
    Field,
    Level,
    Listing,
    Match,
    MatchKind,
    Mention,
    Network,
    Party,
    PartyType,
    Relation,
    Signals,
)

SIGNALS = Signals(
    all=(
        ("una red", "network*", "сеть", "网络"),
        ("sancion*", "sanction*", "санкци*", "制裁"),
        ("Corea del Norte", "North Korea*", "Северн* Коре*", "朝鲜"),
        ("Rusia", "Russia*", "Росси*", "俄罗斯"),
    ),
    any=("armament*", "munici*", "arms deal*", "оружи*", "武器"),
    within=3,
)
VERUS, ENGINEERING, VERSOR, MKRTYCHEV = (
    "us-ofac-sdn:44544",
    "us-ofac-sdn:44578",
    "us-ofac-sdn:44579",
    "us-ofac-sdn:41736",
)
ARMS_TRADE = Network("DPRK–Russia arms trade", (VERUS, ENGINEERING, VERSOR, MKRTYCHEV), SIGNALS, configured=True)
TOPICS = {
    "sanctions-evasion": ("eludir sanciones", "sanctions evasion"),
    "arms": ("armament*", "arms deal*"),
    "drug-trafficking": ("narcotráfico",),
}


def party(id_: str, name: str, *relations: Relation, programme: str = "DPRK") -> Party:
    """A party of one listing."""
    list_name, _, reference = id_.partition(":")
    aliases = (Alias(name, AliasKind.PRIMARY),)
    one = Listing(id_, list_name, reference, PartyType.ORGANIZATION, aliases, (programme,), relations=relations)
    return Party(id_, one.type, name, (one,))


def owned_by(target: str) -> Relation:
    """The relation of a company to its owner."""
    return Relation("Owned or Controlled By", target, "")


def parties() -> tuple[Party, ...]:
    """The network that OFAC designated on 16 August 2023, and two parties outside it."""
    return (
        party("us-ofac-sdn:35096", "PUTIN, Vladimir Vladimirovich", programme="RUSSIA-EO14024"),
        party(MKRTYCHEV, "MKRTYCHEV, Ashot"),
        party(VERUS, "LIMITED LIABILITY COMPANY VERUS", owned_by(MKRTYCHEV)),
        party(ENGINEERING, "DEFENSE ENGINEERING LLP", owned_by(MKRTYCHEV)),
        party(VERSOR, "VERSOR S.R.O.", owned_by(MKRTYCHEV)),
        party("us-ofac-sdn:22543", "PRIVATE MILITARY COMPANY 'WAGNER'", programme="TCO"),
    )


def match(article: Article, party_id: str, surface: str, level: Level = Level.ALERT) -> Match:
    """The first occurrence of ``surface`` held against a party."""
    part = Field.TITLE if surface in article.title else Field.TEXT
    start = article.of(part).index(surface)
    mention = Mention(part, start, start + len(surface), surface)
    return Match(mention, party_id, (), Alias(surface, AliasKind.PRIMARY), MatchKind.EXACT, level, 0.95, ())
