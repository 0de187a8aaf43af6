"""Every real file of these formats, counted a second time by regular expressions over its text."""

import csv
import html
import re
from collections import Counter

import pytest

from tests.lists.conftest import SHARED, shared
from watchlist.lists import ParsedList, parse

pytestmark = pytest.mark.shared
OFAC = "ofac/"
ENHANCED = (
    f"{OFAC}RECONSTRUCTED_SDN_ENHANCED_2025-11-26.xml.gz",
    f"{OFAC}cons_enhanced_2025-01/CONS_ENHANCED.ZIP",
)
SIMPLE = tuple(
    f"{OFAC}consolidated_xml/consolidated_{edition}.xml"
    for edition in ("2022-02-24", "2022-02-28", "2024-02-23", "2025-03-28")
)
UN = (
    *(f"un/consolidated_{edition}.xml" for edition in ("2020-03-20", "2025-04-19", "2026-02-27")),
    *(
        f"un/series/consolidated_{edition}.xml.gz"
        for edition in (
            *("2021-02-10", "2021-04-10", "2021-09-04", "2021-12-10", "2022-03-01"),
            *("2022-07-27", "2023-03-10", "2023-08-25", "2024-01-06", "2024-05-22"),
        )
    ),
)
EU = "eu/RECONSTRUCTED_xmlFullSanctionsList_1_1_2026-05-01.xml.gz"
CH = "switzerland/RECONSTRUCTED_consolidated-list_2026-02-18.xml.gz"
CSL = "us-csl/consolidated_2022-05.csv.gz"
UK = "uk/RECONSTRUCTED_UK-Sanctions-List_2026-08-22.xml.gz"
CSV_SETS = {
    "2021-mid": ("sdn_csv_2021-mid_complete", "sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"),
    "cons-2025-12": ("cons_csv_2025-12", "cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv"),
    "2024-05-03": ("sdn_csv_2024-05-03", "sdn.csv"),
    **{
        edition: ("sdn_csv_series", f"sdn_{edition}.csv.gz")
        for edition in ("2021-08-18", "2022-02-24", "2022-02-25", "2023-01-19", "2024-05-02")
    },
}


def texts(pattern: str, raw: bytes) -> Counter[str]:
    """What a pattern captures, white space collapsed, empty captures left out."""
    found = (" ".join(html.unescape(text).split()) for text in re.findall(pattern, raw.decode()))
    return Counter(text for text in found if text)


def names(parsed: ParsedList) -> Counter[str]:
    """All names of a list, as often as they stand there."""
    return Counter(alias.text for listing in parsed.listings for alias in listing.aliases)


def relations(parsed: ParsedList) -> int:
    """The number of relations of all listings."""
    return sum(len(listing.relations) for listing in parsed.listings)


def read(format_name: str, path: str) -> tuple[bytes, ParsedList]:
    """A real file and what is read out of it, without anything unknown."""
    raw = shared(path)
    parsed = parse(format_name, {"": raw}, "real")
    assert parsed.unknown == ()
    return raw, parsed


def test_no_file_is_forgotten() -> None:
    """Each file of these formats in the folder stands in one of the tables above."""
    if not SHARED.is_dir():
        pytest.skip("no data folder beside the project")
    known = {*ENHANCED, *SIMPLE, *UN, EU, UK, CSL, CH}
    known |= {f"{OFAC}{folder}/{file}" for folder, *files in CSV_SETS.values() for file in files}
    known |= {f"{OFAC}sdn_csv_2025-12_no_sdn/{file}" for file in ("alt.csv", "add.csv", "sdn_comments.csv")}
    found = {
        str(file.relative_to(SHARED))
        for part in ("ofac", "un", "eu", "us-csl", "switzerland")
        for file in (SHARED / part).rglob("*.*")
    }
    found |= {str(file.relative_to(SHARED)) for file in (SHARED / "uk").glob("*.xml*")}
    assert {path for path in found if (SHARED / path).is_file()} == known


@pytest.mark.parametrize("path", ENHANCED)
def test_ofac_enhanced(path: str) -> None:
    """Listings are entities; every full name is there; relations are relationships and links of the remarks."""
    raw, parsed = read("ofac-enhanced-xml", path)
    assert len(parsed.listings) == len(re.findall(rb"<entity id=", raw))
    printed = texts(r"<formattedFullName>([^<]*)<", raw)
    quoted = len(re.findall(rb"[afn]\.k\.a\. (?:'|&apos;)", raw))
    assert printed <= names(parsed)
    assert printed.total() <= names(parsed).total() <= printed.total() + quoted
    stated, linked = len(re.findall(rb"<relatedEntity ", raw)), len(re.findall(rb"Linked To: ", raw))
    assert stated <= relations(parsed) <= stated + linked
    assert relations(parsed) >= linked


@pytest.mark.parametrize("path", SIMPLE)
def test_ofac_simple(path: str) -> None:
    """Listings are entries and as many as declared; names are last names; relations are links of the remarks."""
    raw, parsed = read("ofac-sdn-xml", path)
    assert len(parsed.listings) == len(re.findall(rb"<sdnEntry>", raw)) == parsed.declared
    printed = len(re.findall(rb"<lastName>[^<]", raw))
    quoted = len(re.findall(rb"[afn]\.k\.a\. '", raw))
    assert printed <= names(parsed).total() <= printed + quoted
    assert relations(parsed) == len(re.findall(rb"Linked To: ", raw))


@pytest.mark.parametrize("edition", CSV_SETS)
def test_ofac_csv(edition: str) -> None:
    """Rows of the files are listings and names; quotes and links of the remarks are names and relations."""
    folder, *paths = CSV_SETS[edition]
    keys = ("sdn", "alt", "add", "comments")
    files = {key: shared(f"{OFAC}{folder}/{path}") for key, path in zip(keys, paths, strict=False)}
    parsed = parse("ofac-csv", files, "real")
    assert parsed.unknown == ()
    rows = {key: [row for row in csv.reader(raw.decode().splitlines()) if len(row) > 1] for key, raw in files.items()}
    assert len(parsed.listings) == len(rows["sdn"])
    printed = [row[1] for row in rows["sdn"]] + [row[3] for row in rows.get("alt", [])]
    columns = Counter(" ".join(name.split()) for name in printed)
    more = {row[0]: row[1] for row in rows.get("comments", [])}
    remarks = [row[11] + more.get(row[0], "") for row in rows["sdn"]]
    quoted = sum(len(re.findall(r"(?:^|; )(?:alt\. )?[afn]\.k\.a\. '", text)) for text in remarks)
    linked = sum(text.count("Linked To: ") for text in remarks)
    owners = sum(row[10].strip() != "-0-" for row in rows["sdn"])
    assert columns <= names(parsed)
    cut = sum(len(text) >= 1000 for text in remarks) if "comments" not in files else 0
    twice = sum(
        f"linked to: {row[10]}".lower().strip(". ") in {piece.lower().strip(". ") for piece in text.split("; ")}
        for row, text in zip(rows["sdn"], remarks, strict=True)
    )
    assert linked + owners - twice - cut <= relations(parsed) <= linked + owners - twice
    assert names(parsed).total() <= columns.total() + quoted
    if "alt" not in files:
        assert names(parsed).total() >= 0.99 * (columns.total() + quoted) - cut


def test_ofac_csv_with_names_of_another_edition() -> None:
    """The newer alternate names hold entries that the older primary file does not: told, and no crash."""
    alt = shared(f"{OFAC}sdn_csv_2025-12_no_sdn/alt.csv")
    add = shared(f"{OFAC}sdn_csv_2025-12_no_sdn/add.csv")
    comments = shared(f"{OFAC}sdn_csv_2025-12_no_sdn/sdn_comments.csv")
    sdn = shared(f"{OFAC}sdn_csv_2024-05-03/sdn.csv")
    parsed = parse("ofac-csv", {"sdn": sdn, "alt": alt, "add": add, "comments": comments}, "real")
    entries = {line.split(b",")[0] for line in sdn.splitlines()}
    orphans = sum(line.split(b",")[0] not in entries for line in alt.splitlines() if line[:1].isdigit())
    assert f"alternate names of entries that the primary file does not hold ×{orphans}" in parsed.warnings


@pytest.mark.parametrize("path", UN)
def test_un(path: str) -> None:
    """Listings are individuals and entities; names are first names, aliases and original scripts, cells split."""
    raw, parsed = read("un-xml", path)
    assert len(parsed.listings) == len(re.findall(rb"<(?:INDIVIDUAL|ENTITY)>", raw))
    first = texts(r"<FIRST_NAME>([^<]*)<", raw).total()
    aliases = texts(r"<ALIAS_NAME>([^<]*)<", raw)
    original = texts(r"<NAME_ORIGINAL_SCRIPT>([^<]*)<", raw)
    cells = aliases + original
    whole = Counter({text: times for text, times in cells.items() if not set(text) & set(";()")})
    extra = sum((text.count(";") + text.count("(") + text.count(") ")) * times for text, times in cells.items())
    assert first == len(parsed.listings)
    assert whole - names(parsed) == Counter(text for text in whole.elements() if text.lower() == "na")
    lost = sum(times for text, times in cells.items() if text.lower() == "na")
    assert first + cells.total() - lost <= names(parsed).total() <= first + cells.total() + extra + 2
    assert relations(parsed) == 0


def test_eu() -> None:
    """Listings are entities, names are aliases."""
    raw, parsed = read("eu-fsf-xml", EU)
    assert len(parsed.listings) == len(re.findall(rb"<sanctionEntity ", raw))
    printed = texts(r"""<nameAlias [^>]*?wholeName=("[^"]*"|'[^']*')""", raw)
    assert names(parsed) == Counter(name for quoted in printed.elements() if (name := quoted[1:-1].strip()))
    assert relations(parsed) == 0


def test_uk() -> None:
    """Listings are designations; every name with a part and every non-Latin name is there."""
    raw, parsed = read("uk-xml", UK)
    assert len(parsed.listings) == len(re.findall(rb"<Designation>", raw))
    blocks = re.findall(r"<Designation>(.*?)</Designation>", raw.decode(), re.DOTALL)
    printed = 0
    for block in blocks:
        full = {
            (name[1], " ".join(re.findall(r"<Name[1-6]>\s*(\S[^<]*?)\s*</", name[0])))
            for name in re.findall(r"<Name>(.*?<NameType>([^<]*)<.*?)</Name>", block)
        }
        printed += len([one for one in full if one[1]])
        printed += len(texts(r"<NameNonLatinScript>([^<]*)<", block.encode()))
    assert 0.999 * printed <= names(parsed).total() <= 1.001 * printed
    assert relations(parsed) == len(re.findall(rb"<(?:ParentCompany|Subsidiary|CurrentOwnerOperator)>[^<]", raw))


def test_us_csl() -> None:
    """Listings are ids, those with a number of OFAC refer to it; no name of OFAC's and no word of any other is lost."""
    raw, parsed = read("us-csl-csv", CSL)
    rows = list(csv.DictReader(raw.decode().splitlines(keepends=True)))
    assert len(parsed.listings) == len({row["_id"] for row in rows})
    of_ofac = {row["_id"] for row in rows if row["entity_number"]}
    assert {listing.reference for listing in parsed.listings if listing.references} == of_ofac
    names_of = {listing.reference: {alias.text for alias in listing.aliases} for listing in parsed.listings}
    texts_of = {listing.reference: (*names_of[listing.reference], listing.remarks) for listing in parsed.listings}
    ties = {one.reference: " ".join(tie.target_name for tie in one.relations) for one in parsed.listings}
    for row in rows:
        printed = [name for name in (row["name"], *row["alt_names"].split("; ")) if name]
        if row["_id"] in of_ofac:
            assert {" ".join(name.split()) for name in printed} <= names_of[row["_id"]]
        kept = set(re.findall(r"\w{3,}", f"{' '.join(texts_of[row['_id']])} {ties[row['_id']]}"))
        assert set(re.findall(r"\w{3,}", " ".join(printed))) - kept <= {"and", "DBA", "N/A"}
    assert parsed.warnings == ()


def test_ch_seco() -> None:
    """Listings are targets with an identity, names are names without their titles; nothing is said of programmes."""
    raw, parsed = read("ch-seco-xml", CH)
    bodies = re.findall(r"<(?:individual|entity|object)>(.*?)</(?:individual|entity|object)>", raw.decode(), re.DOTALL)
    assert len(parsed.listings) == len(bodies)
    assert len(re.findall(rb"<target ", raw)) - len(bodies) == 646
    printed: Counter[str] = Counter()
    for name in re.findall(r"<name [^>]*>(.*?)</name>", raw.decode(), re.DOTALL):
        parts = re.findall(r'name-part-type="([^"]*)">\s*<value>([^<]*)</value>', name)
        words = [" ".join(html.unescape(text).split()) for kind, text in parts if kind not in {"title", "maiden-name"}]
        printed[" ".join(words)] += 1
    del printed[""]
    found = names(parsed)
    assert {name for name in printed if not found[name]} == set()
    assert found.total() - printed.total() <= 40
    assert relations(parsed) == 0
