"""List files of any size, made of invented targets: entry number 7 is the same target in every file of a format."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

CSL_SAMPLE = Path(__file__).parents[1] / "lists" / "samples" / "us-csl-csv.csv"
DAY = date(2026, 11, 20)
FIRST = ("Ardo", "Belun", "Cavrik", "Domeya", "Estuvo", "Farquin", "Gelmar", "Hovanne", "Isturiz", "Jorvik")
LAST = ("Tembrano", "Ulvestad", "Varkosh", "Wendrell", "Xarvande", "Yostovar", "Zimberlin", "Quastell", "Prundeva")


def name(number: int) -> str:
    """A name that no other number bears."""
    first, last = FIRST[number % len(FIRST)], LAST[number // len(FIRST) % len(LAST)]
    rest = number // (len(FIRST) * len(LAST))
    return f"{first} {last}{''.join(chr(ord('a') + int(digit)) for digit in str(rest))}"


def un(numbers: Iterable[int], dated: date | None = DAY, *, aliases: bool = True, births: bool = True) -> bytes:
    """A UN list of these persons; a tenth of them on the sub-list DPRK, the others on Al-Qaida."""
    entries = "".join(_un_person(number, aliases=aliases, births=births) for number in numbers)
    stamp = f' dateGenerated="{dated.isoformat()}T00:00:09.554Z"' if dated is not None else ""
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><CONSOLIDATED_LIST{stamp}>"
        f"<INDIVIDUALS>{entries}</INDIVIDUALS><ENTITIES></ENTITIES></CONSOLIDATED_LIST>"
    ).encode()


def _un_person(number: int, *, aliases: bool, births: bool) -> str:
    first, last = name(number).split()
    committee, part = ("KP", "DPRK") if number % 10 == 0 else ("QD", "Al-Qaida")
    other = f"<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>{last} the {first}</ALIAS_NAME></INDIVIDUAL_ALIAS>"
    born = "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1970</YEAR></INDIVIDUAL_DATE_OF_BIRTH>"
    return (
        f"<INDIVIDUAL><DATAID>{number + 1}</DATAID><FIRST_NAME>{first}</FIRST_NAME>"
        f"<SECOND_NAME>{last}</SECOND_NAME><UN_LIST_TYPE>{part}</UN_LIST_TYPE>"
        f"<REFERENCE_NUMBER>{committee}i.{number:03}</REFERENCE_NUMBER>"
        f"{other if aliases else ''}{born if births else ''}</INDIVIDUAL>"
    )


NAMESPACE = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"
"""OFAC's, since 7 May 2024; before that it was http://tempuri.org/sdnList.xsd."""


def sdn(numbers: Iterable[int], dated: date = DAY, namespace: str = NAMESPACE) -> bytes:
    """OFAC's simple XML with these persons, and how many there are."""
    entries = [
        f"<sdnEntry><uid>{number}</uid><firstName>{name(number).split()[0]}</firstName>"
        f"<lastName>{name(number).split()[1].upper()}</lastName><sdnType>Individual</sdnType>"
        "<programList><program>CYBER2</program></programList></sdnEntry>"
        for number in numbers
    ]
    head = f"<Publish_Date>{dated:%m/%d/%Y}</Publish_Date><Record_Count>{len(entries)}</Record_Count>"
    body = f"<publshInformation>{head}</publshInformation>{''.join(entries)}"
    return f'<?xml version="1.0" standalone="yes"?><sdnList xmlns="{namespace}">{body}</sdnList>'.encode()


SDN = "Specially Designated Nationals (SDN) - Treasury Department"
ENTITIES = "Entity List (EL) - Bureau of Industry and Security"


def csl(ofac: Sequence[int], commerce: Sequence[int]) -> bytes:
    """The US Consolidated Screening List: persons of OFAC's SDN list, companies of the Entity List."""
    header = (CSL_SAMPLE.read_text(encoding="utf-8")).splitlines()[0].split(",")
    people = ({"source": SDN, "entity_number": str(one), "type": "Individual", "programs": "CYBER2"} for one in ofac)
    firms = ({"source": ENTITIES, "type": "Entity"} for _ in commerce)
    page = io.StringIO(newline="")
    writer = csv.DictWriter(page, header, lineterminator="\n")
    writer.writeheader()
    for number, cells in zip((*ofac, *commerce), (*people, *firms), strict=True):
        company = "" if cells["source"] == SDN else " Instruments Ltd"
        writer.writerow({**cells, "_id": f"x{number}", "name": f"{name(number)}{company}"})
    return page.getvalue().encode()
