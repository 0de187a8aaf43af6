"""A small world of listed parties, written by hand from public facts, with a list of its own for every authority."""

from collections.abc import Sequence
from functools import lru_cache

from watchlist.matching import Index, Screener
from watchlist.model import (
    Alias,
    AliasKind,
    Article,
    Identifier,
    Level,
    Listing,
    Match,
    Party,
    PartyType,
    Relation,
)

Name = str | tuple[str, AliasKind]

WEAK = AliasKind.WEAK
ACRONYM = AliasKind.ABBREVIATION
ORGANIZATION = PartyType.ORGANIZATION
VESSEL = PartyType.VESSEL


def party(
    id_: str,
    *names: Name,
    type_: PartyType = PartyType.PERSON,
    lists: Sequence[str] = ("us-ofac-sdn", "eu-fsf", "uk-sanctions"),
    countries: Sequence[str] = (),
    roles: Sequence[str] = (),
    programmes: Sequence[str] = (),
    identifiers: Sequence[tuple[str, str]] = (),
    linked: Sequence[str] = (),
) -> Party:
    """A party that each of ``lists`` names in the same way; the first name is the primary one."""
    aliases = tuple(_alias(name, primary=at == 0) for at, name in enumerate(names))
    listings = tuple(
        Listing(
            id=f"{list_name}:{id_}",
            list_name=list_name,
            reference=id_,
            type=type_,
            aliases=aliases,
            programmes=tuple(programmes),
            countries=tuple(countries),
            roles=tuple(roles),
            identifiers=tuple(Identifier(kind, value) for kind, value in identifiers),
            relations=tuple(Relation("linked to", f"us-ofac-sdn:{target}", "") for target in linked),
        )
        for list_name in lists
    )
    return Party(listings[0].id, type_, aliases[0].text, listings)


def _alias(name: Name, *, primary: bool) -> Alias:
    text, kind = (name, AliasKind.STRONG) if isinstance(name, str) else name
    family, _, given = text.partition(", ")
    parts = (family, given) if given else ("", "")
    return Alias(text, AliasKind.PRIMARY if primary else kind, *parts)


PARTIES = (
    party(
        "putin",
        "PUTIN, Vladimir Vladimirovich",
        "Путин, Владимир Владимирович",
        "PUTIN, Vladimir",
        "PUTIN, V. V.",
        "PUTYN, Volodymyr",
        "Vladimir Putin",
        "Vladimir Vladimirovich Putin",
        "弗拉基米尔·普京",
        "ウラジーミル・プーチン",
        "블라디미르 푸틴",
        countries=["RU"],
        roles=["President of the Russian Federation"],
        linked=["ivanov", "zakharova", "shoigu"],
    ),
    party(
        "shoigu",
        "SHOIGU, Sergei Kuzhugetovich",
        "Шойгу, Сергей Кужугетович",
        "SHOIGU, Sergei",
        "SHOIGU, Sergey Kuzhugetovich",
        "SHOYGU, Sergey Kuzhugetovich",
        "SHOYGU, Sergei",
        "Sergei Shoigu",
        countries=["RU"],
        roles=["Minister of Defence of the Russian Federation"],
        linked=["ivanov", "zakharova", "kim"],
    ),
    party("kim", "KIM, Jong Un", "김정은", "金正恩", countries=["KP"], roles=["Supreme Leader", "Chairman"]),
    party(
        "medvedev",
        "MEDVEDEV, Dmitry Anatolyevich",
        countries=["RU"],
        roles=["Deputy Chairman of the Security Council"],
    ),
    party("lukashenko", "LUKASHENKO, Alexander Grigoryevich", countries=["BY"], roles=["President of Belarus"]),
    party("prigozhin", "PRIGOZHIN, Yevgeniy Viktorovich", countries=["RU"], linked=["wagner"]),
    party(
        "zakharova",
        "ZAKHAROVA, Maria Vladimirovna",
        countries=["RU"],
        roles=["Spokeswoman, Ministry of Foreign Affairs"],
    ),
    party("kosachev", "KOSACHEV, Konstantin Iosifovich", lists=["eu-fsf"], countries=["RU"], roles=["Senator"]),
    party("ivanov", "IVANOV, Sergei Borisovich", countries=["RU"], roles=["Chief of Staff"]),
    party("mkrtychev", "MKRTYCHEV, Ashot", lists=["us-ofac-sdn"], countries=["SK"], linked=["verus"]),
    party(
        "chapo",
        "GUZMAN LOERA, Joaquin",
        ("EL CHAPO", WEAK),
        ("EL RAPIDO", WEAK),
        lists=["us-ofac-sdn"],
        countries=["MX"],
        programmes=["SDNTK"],
    ),
    party("darnawi", "AL-DARNAWI, Tawfiq", lists=["un-sc"], countries=["LY"]),
    party(
        "wagner",
        "PRIVATE MILITARY COMPANY 'WAGNER'",
        "WAGNER GROUP",
        "ЧВК Вагнер",
        type_=ORGANIZATION,
        countries=["RU"],
    ),
    party("rosneft", "ROSNEFT", "ROSNEFT OIL COMPANY", "Роснефть", type_=ORGANIZATION, countries=["RU"]),
    party("hamas", "HAMAS", "ISLAMIC RESISTANCE MOVEMENT", "حماس", type_=ORGANIZATION, programmes=["SDGT"]),
    party(
        "hizballah", "HIZBALLAH", "PARTY OF GOD", "حزب الله", type_=ORGANIZATION, programmes=["SDGT"], countries=["LB"]
    ),
    party("nordstream", "NORD STREAM 2 AG", type_=ORGANIZATION, lists=["us-ofac-sdn"], countries=["CH"]),
    party("verus", "LLC VERUS", type_=ORGANIZATION, lists=["us-ofac-sdn"], countries=["RU"]),
    party("vtb", "VTB BANK PAO", ("VTB", ACRONYM), type_=ORGANIZATION, countries=["RU"]),
    party(
        "komid",
        "KOREA MINING DEVELOPMENT TRADING CORPORATION (KOMID)",
        "조선광업개발무역회사",
        "朝鲜矿业开发贸易公司",
        type_=ORGANIZATION,
        countries=["KP"],
        programmes=["DPRK"],
    ),
    party(
        "lazarus",
        "LAZARUS GROUP",
        type_=ORGANIZATION,
        lists=["us-ofac-sdn"],
        countries=["KP"],
        identifiers=[("Digital Currency Address - ETH", "0x098B716B8Aaf21512996dC57EB0615e2383E2f96")],
    ),
    party("angara", "ANGARA", type_=VESSEL, lists=["us-ofac-sdn"], countries=["RU"], identifiers=[("IMO", "9179842")]),
    party("ladyr", "LADY R", type_=VESSEL, lists=["us-ofac-sdn"], countries=["RU"], identifiers=[("IMO", "9161003")]),
)


@lru_cache(maxsize=1)
def screener() -> Screener:
    """The screener of the whole world."""
    return Screener(Index.build(PARTIES))


def screen(text: str, language: str = "", *, title: str = "", using: Screener | None = None) -> tuple[Match, ...]:
    """Matches of one article, against the whole world unless another screener is given."""
    return (using or screener()).screen(Article("a1", "test", title, text, language=language))


def short(match: Match) -> tuple[str, str, str]:
    """What a reader sees first: the words, the party, the level."""
    return match.mention.surface, match.party.partition(":")[2], match.level.value


def told(text: str, language: str = "", *, title: str = "") -> list[tuple[str, str, str]]:
    """Words, party and level of every match of one article, in reading order."""
    return [short(match) for match in screen(text, language, title=title)]


def alerts(text: str, language: str = "", *, title: str = "") -> list[tuple[str, str]]:
    """Words and party of the alerts alone."""
    return [(surface, id_) for surface, id_, level in told(text, language, title=title) if level == Level.ALERT.value]
