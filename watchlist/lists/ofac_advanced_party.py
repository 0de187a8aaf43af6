"""One party of OFAC's advanced XML: its names, features and documents, each by way of the reference values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchlist.lists.elements import Node
from watchlist.lists.ofac_facts import Facts, Meaning, Statement, gather, joined, meaning
from watchlist.lists.ofac_listing import party_type
from watchlist.lists.ofac_references import References, read_period
from watchlist.model import Alias, AliasKind, BirthDate, PartyType

FAMILY = frozenset({"Last Name", "Maiden Name", "Matronymic"})
GIVEN = frozenset({"First Name", "Middle Name", "Patronymic"})
PLAIN = frozenset({"Entity Name", "Vessel Name", "Aircraft Name", "Nickname", ""})
LATIN_FIRST = "Primary Latin"


@dataclass(frozen=True, slots=True)
class Party:
    """A party before the file has told its relations and programmes, which come last."""

    reference: str
    type: PartyType
    aliases: tuple[Alias, ...]
    facts: Facts
    remarks: str


def read_party(node: Node, where: str, references: References) -> Iterator[Party]:
    """The profiles of a party; OFAC gives each party one."""
    remarks = node.text("Comment")
    for profile in node.children("Profile"):
        kind = party_type(
            references.party_type(profile.attribute("PartySubTypeID")), f"{where}/Profile", references.audit
        )
        identities = profile.children("Identity")
        documents = [one for identity in identities for one in references.documents.pop(identity.attribute("ID"), ())]
        yield Party(
            reference=profile.attribute("ID") or node.attribute("FixedRef"),
            type=kind,
            aliases=tuple(alias for one in identities for alias in _aliases(one, kind, references)),
            facts=_facts(profile, documents, where, references),
            remarks=remarks,
        )


def _aliases(identity: Node, kind: PartyType, references: References) -> Iterator[Alias]:
    """Every writing of every name; only the first Latin one of the primary name is primary."""
    groups = [
        one
        for master in identity.child("NamePartGroups").children("MasterNamePartGroup")
        for one in master.children("NamePartGroup")
    ]
    part_types = {
        one.attribute("ID"): references.value("NamePartType", one.attribute("NamePartTypeID")) for one in groups
    }
    for name in identity.children("Alias"):
        primary, weak = name.attribute("Primary") == "true", name.attribute("LowQuality") == "true"
        former = references.value("AliasType", name.attribute("AliasTypeID")).upper().startswith("F.K.A")
        other = AliasKind.WEAK if weak else AliasKind.FORMER if former else AliasKind.STRONG
        written = [
            (references.value("DocNameStatus", one.attribute("DocNameStatusID")), one)
            for one in name.children("DocumentedName")
        ]
        written.sort(key=lambda one: one[0] != LATIN_FIRST)
        for number, (_, documented) in enumerate(written):
            first = primary and number == 0
            yield _alias(documented, part_types, AliasKind.PRIMARY if first else other, kind, references)


def _alias(
    documented: Node, part_types: dict[str, str], strength: AliasKind, kind: PartyType, references: References
) -> Alias:
    parts: list[tuple[str, str]] = []
    scripts: list[str] = []
    for value in (one for part in documented.children("DocumentedNamePart") for one in part.children("NamePartValue")):
        part_type = part_types.get(value.attribute("NamePartGroupID"), "")
        if not value.own:
            continue
        if not part_type or part_type not in FAMILY | GIVEN | PLAIN:
            references.audit.unknown([(f"name part {part_type!r}", 1)])
        parts.append((part_type, value.own))
        scripts.append(references.value("Script", value.attribute("ScriptID")))
    script = next((one for one in scripts if one), "")
    family, given = _words(parts, FAMILY), _words(parts, GIVEN)
    plain = " ".join(text for part_type, text in parts if part_type not in FAMILY | GIVEN)
    if kind is not PartyType.PERSON:
        return Alias(" ".join(text for _, text in parts), strength, script=script)
    text = ", ".join(one for one in (family, given) if one)
    return Alias(" ".join(one for one in (text, plain) if one), strength, family, given, script)


def _words(parts: Sequence[tuple[str, str]], kinds: frozenset[str]) -> str:
    return " ".join(text for part_type, text in parts if part_type in kinds)


def _facts(profile: Node, documents: Sequence[Statement], where: str, references: References) -> Facts:
    births: list[BirthDate] = []
    statements: list[Statement] = []
    for feature in profile.children("Feature"):
        label = references.value("FeatureType", feature.attribute("FeatureTypeID")).strip()
        what = meaning(label)
        for version in feature.children("FeatureVersion"):
            periods = [read_period(one) for one in version.children("DatePeriod")]
            if what is Meaning.BIRTH:
                births += [one for one in periods if one is not None]
            statements += [Statement(label, value) for value in _values(version, what, references)]
    facts = gather([*statements, *documents])
    references.audit.unknown((f"{where}: label {label!r}", 1) for label in facts.unread)
    return joined(Facts(births=tuple(dict.fromkeys(births))), facts)


def _values(version: Node, what: Meaning | None, references: References) -> Iterator[str]:
    """What a version of a feature says: in its own words, by a reference value, or as a place."""
    for detail in version.children("VersionDetail"):
        yield references.value("DetailReference", detail.attribute("DetailReferenceID")) or detail.own
    for place in version.children("VersionLocation"):
        location = references.location(place.attribute("LocationID"))
        yield location.country if what is Meaning.COUNTRY else location.text
