"""The United Nations Security Council consolidated list (``un-xml``), in its schemas of 2020 and of 2023.

Names are in reading order and no part is marked as the family name, so none is claimed. Cells hold several names,
"A; B", or a name with its spellings behind it in brackets.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

from watchlist.lists.audit import Audit
from watchlist.lists.dates import birth, partial, read_date
from watchlist.lists.elements import Node, read_elements
from watchlist.lists.names import clean, is_absent, is_no_name, roles, un_reference
from watchlist.lists.parsed import ParsedList
from watchlist.model import Alias, AliasKind, BirthDate, CrossReference, Identifier, Listing, PartyType

PERSON = "/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL"
ENTITY = "/CONSOLIDATED_LIST/ENTITIES/ENTITY"
PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
NAMES = (
    *(f"INDIVIDUAL/{tag}" for tag in (*PARTS[:3], "NAME_ORIGINAL_SCRIPT")),
    *("INDIVIDUAL_ALIAS/ALIAS_NAME", "ENTITY/FIRST_NAME", "ENTITY_ALIAS/ALIAS_NAME"),
)
QUALITY = {
    "good": AliasKind.STRONG,
    "low": AliasKind.WEAK,
    "a.k.a.": AliasKind.STRONG,
    "f.k.a.": AliasKind.FORMER,
    "": AliasKind.STRONG,
}
IGNORED = frozenset(
    {"VERSIONNUM", "LIST_TYPE", "LAST_DAY_UPDATED", "SORT_KEY", "SORT_KEY_LAST_MOD", "SUBMITTED_BY", "SUBMITTED_ON"}
    | {"INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS", "NOTE", "DATE_OF_ISSUE", "CITY_OF_ISSUE", "NATIONALITY2"}
    | {f"{PERSON}/INDIVIDUAL_ALIAS/{one}" for one in ("CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "DATE_OF_BIRTH")}
    | {f"{PERSON}/INDIVIDUAL_PLACE_OF_BIRTH/STREET"}
)
"""Known parts that are not used."""
SEPARATOR = re.compile(r"\s*;\s*|\s+[b-z]\)\s+")
BRACKET = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)")
COMMENT = re.compile(r"\(?\b(?:in )?(?:original|arabic) script\)?:?", re.IGNORECASE)
GENDER = re.compile(r"\bGender:\s*(male|female)\b", re.IGNORECASE)


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read the consolidated list; its date stands on the root element."""
    audit = Audit(list_name)
    listings: list[Listing] = []
    published: date | None = None
    for path, node in read_elements(files[""], audit, "CONSOLIDATED_LIST", (PERSON, ENTITY), IGNORED, NAMES):
        if path == PERSON:
            listings.append(_listing(node, PartyType.PERSON, audit))
        elif path == ENTITY:
            listings.append(_listing(node, PartyType.ORGANIZATION, audit))
        else:
            published = read_date(node.attribute("dateGenerated"))
    return audit.parsed(listings, published)


def split_names(text: str) -> tuple[str, ...]:
    """The names of one cell: "A; B", "A (A1; A2)", and a name followed by itself in another script in brackets."""
    text = COMMENT.sub(" ", text)
    outside = _script(BRACKET.sub(" ", text))
    inner: list[str] = []

    def take(found: re.Match[str]) -> str:
        if ";" not in found[1] and _script(found[1]) in {outside, ""}:
            return found[0]
        inner.append(found[1])
        return "; "

    pieces = (clean(piece).strip(" ,;") for piece in SEPARATOR.split(BRACKET.sub(take, text)))
    names = [piece for piece in pieces if not is_no_name(piece)]
    return tuple(dict.fromkeys([*names, *(name for cell in inner for name in split_names(cell))]))


def _script(text: str) -> str:
    """The script of the first letter, as Unicode names it ("LATIN", "ARABIC"); empty without letters."""
    letter = next((char for char in text if char.isalpha()), None)
    return "" if letter is None else unicodedata.name(letter, "").partition(" ")[0]


def _listing(node: Node, kind: PartyType, audit: Audit) -> Listing:
    prefix = "INDIVIDUAL" if kind is PartyType.PERSON else "ENTITY"
    internal, printed = node.text("DATAID"), node.text("REFERENCE_NUMBER")
    reference = un_reference(printed) or printed or internal
    comments = node.text("COMMENTS1")
    stated = GENDER.search(comments)
    titles = (value for tag in ("TITLE", "DESIGNATION") for value in node.child(tag).texts("VALUE"))
    places = (_place(one) for one in node.children(f"{prefix}_PLACE_OF_BIRTH"))
    births = (_birth(one) for one in node.children(f"{prefix}_DATE_OF_BIRTH"))
    return Listing(
        id=f"{audit.list_name}:{reference}",
        list_name=audit.list_name,
        reference=reference,
        type=kind,
        aliases=tuple(_aliases(node, prefix, audit)),
        programmes=tuple(code for code in (node.text("UN_LIST_TYPE"),) if code),
        countries=audit.countries(node.child("NATIONALITY").texts("VALUE")),
        births=tuple(dict.fromkeys(one for one in births if one is not None)),
        birth_places=tuple(dict.fromkeys(place for place in places if place)),
        gender=(node.text("GENDER") or (stated[1] if stated else "")).lower(),
        roles=roles(titles),
        identifiers=tuple(_identifiers(node)),
        references=(CrossReference("un", reference),),
        listed_on=read_date(node.text("LISTED_ON")),
        remarks=comments,
    )


def _aliases(node: Node, prefix: str, audit: Audit) -> Iterator[Alias]:
    whole = clean(" ".join(part for part in (node.text(tag) for tag in PARTS) if not is_no_name(part)))
    for number, name in enumerate(split_names(whole)):
        yield Alias(name, AliasKind.STRONG if number else AliasKind.PRIMARY)
    for name in split_names(node.text("NAME_ORIGINAL_SCRIPT")):
        yield Alias(name, AliasKind.STRONG)
    for alias in node.children(f"{prefix}_ALIAS"):
        quality, names = alias.text("QUALITY").lower(), split_names(alias.text("ALIAS_NAME"))
        if quality not in QUALITY:
            audit.unknown([(f"{prefix}_ALIAS/QUALITY={quality}", 1)])
        for name in names:
            yield Alias(name, QUALITY.get(quality, AliasKind.STRONG))


def _birth(node: Node) -> BirthDate | None:
    kind, day = node.text("TYPE_OF_DATE"), read_date(node.text("DATE"))
    year, first, last = node.text("YEAR"), node.text("FROM_YEAR"), node.text("TO_YEAR")
    circa = kind == "APPROXIMATELY"
    if day is not None:
        return birth((day, day), circa=circa)
    if first or last:
        return birth(partial(first or last), partial(last or first), circa=circa)
    return birth(partial(year), circa=circa)


def _place(node: Node) -> str:
    parts = (node.text(tag) for tag in ("CITY", "STATE_PROVINCE", "COUNTRY"))
    return ", ".join(part for part in parts if not is_absent(part))


def _identifiers(node: Node) -> Iterator[Identifier]:
    for document in node.children("INDIVIDUAL_DOCUMENT"):
        kind, other = document.text("TYPE_OF_DOCUMENT"), document.text("TYPE_OF_DOCUMENT2")
        number = document.text("NUMBER")
        issuing, issued = document.text("ISSUING_COUNTRY"), document.text("COUNTRY_OF_ISSUE")
        if not is_absent(number):
            yield Identifier(kind or other or "Document", number, issuing or issued)
