"""What must hold between keys: looked for in the values as written, so that one mistake never hides another."""

from collections.abc import Iterator, Mapping, Sequence

from watchlist import lists as lists_room
from watchlist.config.reading import Location
from watchlist.config.suggest import did_you_mean
from watchlist.news import SOURCES

Broken = tuple[Location, str]
_ORIGINS = {"lists": ("url", "urls", "path"), "sources": tuple(SOURCES)}


def broken(values: Mapping[str, object]) -> Iterator[Broken]:
    """Every rule between keys that the values break; parts of the wrong type are the schema's business."""
    yield from _one_origin(values)
    yield from _options_of_sources(values)
    yield from _parts_of_formats(values)
    yield from _unique_names(values)
    yield from _known_names(values)
    yield from _ordered(values)
    yield from _say_something(values)


def _sections(values: Mapping[str, object], key: str) -> Iterator[tuple[Location, Mapping[str, object]]]:
    for number, section in enumerate(_sequence(values.get(key))):
        if isinstance(section, Mapping):
            yield (key, number), section


def _sequence(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _one_origin(values: Mapping[str, object]) -> Iterator[Broken]:
    for key, origins in _ORIGINS.items():
        wanted = " or ".join(", ".join(origins).rsplit(", ", 1))
        for at, section in _sections(values, key):
            given = [origin for origin in origins if section.get(origin) is not None]
            if not given:
                yield at, f"says not where it comes from; give {wanted}"
            for surplus in given[1:]:
                yield (*at, surplus), f"beside {given[0]!r}; give only one of {wanted}"
            if given == ["path"]:
                for idle in [one for one in ("redirects", "hashes") if section.get(one)]:
                    yield (*at, idle), "beside 'path'; it is about files that are fetched"


def _options_of_sources(values: Mapping[str, object]) -> Iterator[Broken]:
    for at, section in _sections(values, "sources"):
        given = [kind for name, kind in SOURCES.items() if section.get(name) is not None]
        if len(given) != 1:
            continue
        for missing in given[0].options[: given[0].required]:
            if section.get(missing) is None:
                yield at, f"needs {missing!r} beside {given[0].name!r}"
        for kind in SOURCES.values():
            for idle in [one for one in kind.options if one not in given[0].options and section.get(one)]:
                yield (*at, idle), f"beside {given[0].name!r}; it is about {kind.name!r}"


def _parts_of_formats(values: Mapping[str, object]) -> Iterator[Broken]:
    for at, section in _sections(values, "lists"):
        known = lists_room.FORMATS.get(str(section.get("format")))
        if known is None:
            continue
        urls, whole = section.get("urls"), known.files == ("",)
        if not whole and section.get("url") is not None:
            yield (*at, "url"), f"this format has several files; give urls with {', '.join(known.files)}"
        if whole and urls is not None:
            yield (*at, "urls"), "this format has one file; give url"
        elif isinstance(urls, Mapping):
            for part in [part for part in known.files if part not in urls]:
                yield (*at, "urls"), f"the address of {part!r} is missing"
            for part in [part for part in urls if part not in known.files]:
                yield (*at, "urls", str(part)), f"unknown file{did_you_mean(str(part), known.files)}"


def _unique_names(values: Mapping[str, object]) -> Iterator[Broken]:
    """Lists and watchlists share one space of names, for both begin ids of listings."""
    for group in (("lists", "watchlists"), ("sources",), ("networks",), ("notify",)):
        seen: dict[str, Location] = {}
        for key in group:
            for at, section in _sections(values, key):
                name = section.get("name")
                if not isinstance(name, str):
                    continue
                if name in seen:
                    where = ".".join(map(str, seen[name]))
                    yield (*at, "name"), f"the name {name!r} is taken by {where}"
                seen.setdefault(name, at)


def _names(values: Mapping[str, object], *keys: str) -> list[str]:
    return [str(section.get("name")) for key in keys for _, section in _sections(values, key)]


def _known_names(values: Mapping[str, object]) -> Iterator[Broken]:
    lists, receivers = _names(values, "lists"), _names(values, "notify")
    issuers = _names(values, "lists", "watchlists")
    for at, section in _sections(values, "watchlists"):
        yield from _unknown(
            (*at, "notify"), section.get("notify"), receivers, "receiver; none of this name is in notify"
        )
        include, exclude = section.get("include"), section.get("exclude")
        if isinstance(include, Mapping):
            yield from _unknown((*at, "include", "lists"), include.get("lists"), lists, "list")
        if isinstance(exclude, Mapping):
            yield from _unknown_issuers((*at, "exclude", "parties"), exclude.get("parties"), issuers)
    for at, section in _sections(values, "networks"):
        yield from _unknown_issuers((*at, "members"), section.get("members"), issuers)


def _unknown(at: Location, names: object, known: list[str], kind: str) -> Iterator[Broken]:
    for number, name in enumerate(_sequence(names)):
        if isinstance(name, str) and name not in known:
            yield (*at, number), f"unknown {kind}{did_you_mean(name, known)}"


def _unknown_issuers(at: Location, ids: object, known: list[str]) -> Iterator[Broken]:
    for number, listing in enumerate(_sequence(ids)):
        issuer = listing.split(":")[0] if isinstance(listing, str) and ":" in listing else None
        if issuer is not None and issuer not in known:
            yield (*at, number), f"{issuer!r} is neither a list nor a watchlist{did_you_mean(issuer, known)}"


def _ordered(values: Mapping[str, object]) -> Iterator[Broken]:
    for at, section in _sections(values, "lists"):
        bounds = section.get("bounds")
        for type_, span in bounds.items() if isinstance(bounds, Mapping) else ():
            if isinstance(span, list) and [type(end) for end in span] == [int, int] and span[0] > span[1]:
                yield (*at, "bounds", str(type_)), f"the lower bound {span[0]} is above the upper one {span[1]}"
    for at, section in _sections(values, "watchlists"):
        threshold = section.get("threshold")
        if isinstance(threshold, Mapping):
            alert, review = threshold.get("alert", 0.85), threshold.get("review", 0.60)
            if isinstance(alert, float | int) and isinstance(review, float | int) and review > alert:
                yield (*at, "threshold"), f"review ({review}) is above alert ({alert})"


def _say_something(values: Mapping[str, object]) -> Iterator[Broken]:
    for at, section in _sections(values, "networks"):
        if not section.get("members") and not section.get("signals"):
            yield at, "a network needs members, signals or both"
    for at, section in _sections(values, "watchlists"):
        if section.get("include") is None and not section.get("parties"):
            yield at, "a watchlist needs include, parties or both; include: {} takes everything on the lists"
