"""List files of any size, made of invented targets: entry number 7 is the same target in every file of a format."""

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape

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
        f"<INDIVIDUAL><DATAID>{number + 1}</DATAID><FIRST_NAME>{escape(first)}</FIRST_NAME>"
        f"<SECOND_NAME>{last}</SECOND_NAME><UN_LIST_TYPE>{part}</UN_LIST_TYPE>"
        f"<REFERENCE_NUMBER>{committee}i.{number:03}</REFERENCE_NUMBER>"
        f"{other if aliases else ''}{born if births else ''}</INDIVIDUAL>"
    )
