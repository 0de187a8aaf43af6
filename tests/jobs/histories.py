"""Random histories of lists and news: editions that come and go, articles in between, from one small pool of names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from random import Random

from watchlist import stories
from watchlist.config import Config
from watchlist.jobs.rescreen import rescreen
from watchlist.jobs.watch import Lists, Watch, build
from watchlist.lists import delta
from watchlist.matching.traces import words_of
from watchlist.model import Alias, AliasKind, Article, Identifier, Listing, PartyType, Relation, Snapshot
from watchlist.store import Store

BEGIN = datetime(2026, 5, 1, 8, 0, tzinfo=UTC)
LISTS = ("us-ofac-sdn", "un-sc")

PERSON, ORGANIZATION, VESSEL = PartyType.PERSON, PartyType.ORGANIZATION, PartyType.VESSEL
NAMES: tuple[tuple[PartyType, tuple[str, ...]], ...] = (
    (PERSON, ("ORLOVSKY, Dmitri Pavlovich", "Дмитрий Орловский")),
    (PERSON, ("ORLOVSKY, Pavel", "Павел Орловский")),
    (PERSON, ("ORLOVSKI, Dmitry",)),
    (PERSON, ("AL-HAMDANI, Karim Yusuf", "كريم الحمداني")),
    (PERSON, ("HAMDANI, Karim",)),
    (PERSON, ("PAK Chol Su", "박철수")),
    (PERSON, ("GARCIA LUNA, Mateo", "GARCIA, Mateo")),
    (PERSON, ("Abu Karim", "THE DOCTOR")),
    (ORGANIZATION, ("Novamash Trading LLC", "ООО Новамаш Трейдинг")),
    (ORGANIZATION, ("Novamash",)),
    (ORGANIZATION, ("Novamesh Trading House",)),
    (ORGANIZATION, ("Brigade of the Doctor",)),
    (PERSON, ("KASYANENKO, Oleg", "KASYANENKO, Oleg Petrovich")),
    (PERSON, ("KASYANENKO, Vera",)),
    (PERSON, ("KASIANENKO, Oleg",)),
    (ORGANIZATION, ("Bank of Eastern Trade", "Eastern Trade Bank")),
    (ORGANIZATION, ("Volkodav Group", "ЧВК Волкодав", "瓦格达夫集团")),
    (ORGANIZATION, ("Front for Mountain Liberation", "FML")),
    (ORGANIZATION, ("Sunrise Shipping Co.",)),
    (VESSEL, ("SUNRISE STAR",)),
    (VESSEL, ("NOVAMASH 7",)),
)
SENTENCES = (
    "Dmitri Orlovsky met officials in Minsk on Monday.",
    "Orlovsky said that nothing was decided.",
    "Pavel Orlovsky, a relative, was seen in Dubai.",
    "Дмитрий Орловский прибыл в Минск вместе с помощниками.",
    "О встрече с Орловским рассказали в министерстве.",
    "Karim al-Hamdani was arrested near Mosul.",
    "Hamdani denied it.",
    "وصل كريم الحمداني إلى بغداد يوم الثلاثاء.",
    "Pak Chol Su signed the contract in Pyongyang.",
    "박철수는 평양에서 계약에 서명했다.",
    "Mateo García fue detenido en Culiacán.",
    "A man called Abu Karim led the group.",
    "Kasyanenko, the Russian minister, said that talks would go on.",
    "Minister Kasyanenko arrived in Minsk, Belarus.",
    "The Russian commander Kasyanenka was not there.",
    "Oleg Kasyanenko and the Abu Karim of the street met.",
    "The Brigade of the Doctor holds the hills.",
    "Engineers of Novamesh Trading left for Russia.",
    "The company Novamesh is Russian.",
    "Novamash Trading shipped engines to Iran.",
    "The company Novamash denied any wrongdoing.",
    "Инженеры компании Новамаш Трейдинг уехали.",
    "The Bank of Eastern Trade opened a branch in Moscow.",
    "Fighters of the Volkodav Group were seen near Bangui.",
    "Бойцы ЧВК Волкодав вернулись домой.",
    "瓦格达夫集团的代表拒绝评论。",
    "The Front for Mountain Liberation claimed the attack.",
    "The tanker Sunrise Star, IMO 9187629, left the port of Latakia.",
    "Sunrise Shipping Co. owns the vessel.",
    "The vessel Novamash 7 was stopped by the coast guard.",
    "The weather was mild, and the streets were quiet.",
    "Parliament will vote on the budget of Russia next week.",
    "The doctor said that patients were well.",
)
COUNTRIES = ("RU", "IQ", "KP", "IR", "BY")
PROGRAMMES = ("RUSSIA-EO14024", "SDGT", "DPRK3", "IRAN")
KINDS = (AliasKind.STRONG, AliasKind.WEAK, AliasKind.FORMER)


def listing(random: Random, number: int, list_name: str) -> Listing:
    """A listing of the pool under a number of its list, with whatever its authority happens to know."""
    type_, names = random.choice(NAMES)
    texts = random.sample(names, random.randint(1, len(names)))
    first, *others = texts
    family, _, given = first.partition(", ")
    typed = type_ is PERSON and bool(given) and random.random() < 0.7
    return Listing(
        id=f"{list_name}:{number}",
        list_name=list_name,
        reference=str(number),
        type=type_,
        aliases=(
            Alias(first, AliasKind.PRIMARY, family if typed else "", given if typed else ""),
            *(Alias(text, random.choice(KINDS)) for text in others),
        ),
        programmes=tuple(random.sample(PROGRAMMES, random.randint(0, 2))),
        countries=tuple(random.sample(COUNTRIES, random.randint(0, 1))),
        roles=random.choice(((), ("Minister",), ("Commander",))),
        gender=random.choice(("", "male", "female")),
        identifiers=(Identifier("IMO", "9187629"),) if type_ is VESSEL and random.random() < 0.5 else (),
        relations=(Relation("Linked To", f"{list_name}:{random.randint(1, 9)}", ""),) if random.random() < 0.4 else (),
        remarks=random.choice(("", "seen", "not seen")),
    )


def edition(random: Random, list_name: str, before: Sequence[Listing]) -> tuple[Listing, ...]:
    """The next edition: some listings gone, some otherwise, some new."""
    kept = {one.id: one for one in before}
    for _ in range(random.randint(1, 3)):
        number = random.randint(1, 9)
        known = f"{list_name}:{number}"
        if known in kept and random.random() < 0.5:
            del kept[known]
        else:
            kept[known] = listing(random, number, list_name)
    return tuple(sorted(kept.values(), key=lambda one: one.id))


def article(random: Random, number: int) -> Article:
    """A few sentences; now and then a text that came before, in another place."""
    text = " ".join(random.sample(SENTENCES, random.randint(1, 4)))
    title = random.choice(("", random.choice(SENTENCES).rstrip(".")))
    digest = sha256(f"{title}\0{text}".encode()).hexdigest()
    return Article(f"a{number}", "wire", title, text, published=BEGIN, language="", digest=digest)


@dataclass(slots=True)
class History:
    """Editions of two lists in a store, and the news beside them."""

    store: Store
    config: Config
    random: Random
    editions: dict[str, tuple[Listing, ...]]
    now: datetime = BEGIN
    articles: int = 0

    def watch(self) -> Watch:
        """The watch over the lists as they are."""
        snapshots = tuple(_snapshot(name, listings) for name, listings in self.editions.items())
        listings = tuple(one for listings in self.editions.values() for one in listings)
        return build(Lists(snapshots, listings, ()), self.config, date(2026, 5, 1))

    def step(self) -> None:
        """One list publishes, and sometimes the news goes on before anybody looks; then one or two articles come."""
        self.now += timedelta(hours=self.random.randint(1, 30))
        name = self.random.choice(LISTS)
        before = self.editions[name]
        self.editions[name] = edition(self.random, name, before)
        self.store.changes.add(delta(before, self.editions[name]), version="", now=self.now)
        watch = self.watch()
        if self.random.random() < 0.2:
            self.rescreen(watch, stop_after=self.random.randint(0, 2))
            return
        self.rescreen(watch)
        for _ in range(self.random.randint(0, 3)):
            self.articles += 1
            take(self.store, watch, article(self.random, self.articles), self.now)

    def rescreen(self, watch: Watch, stop_after: int | None = None) -> None:
        """Hold the stored articles against a watch; told to stop after so many."""
        left = [stop_after]

        def stopped() -> bool:
            if left[0] is None:
                return False
            left[0] -= 1
            return left[0] < 0

        rescreen(self.store, watch, now=self.now, since=BEGIN - timedelta(days=1), stopped=stopped)


def take(store: Store, watch: Watch, one: Article, now: datetime) -> None:
    """Screen a new article, unless its text is known."""
    if store.articles.standing(one, watch.basis) == "duplicate":
        store.articles.add_duplicate(one, now=now)
        return
    store.articles.add(
        watch.screen(one),
        story=stories.story_id(one),
        signature=stories.signature(one),
        basis=watch.basis,
        now=now,
        words=words_of(watch.screener.index, one),
    )


def found(store: Store) -> dict[str, set[tuple[str, str]]]:
    """What the state says of every article: parties and levels of its last sighting."""
    last: dict[str, set[tuple[str, str]]] = {}
    for story in _stories(store):
        for one in store.sightings.of_story(story, store.sightings.newest()):
            last[one.article.id] = {(match.party, match.level.value) for match in one.matches}
    return last


def recomputed(store: Store, watch: Watch) -> dict[str, set[tuple[str, str]]]:
    """The same, with every article screened from nothing."""
    return {
        one.article.id: {(match.party, match.level.value) for match in watch.screen(one.article).matches}
        for story in _stories(store)
        for one in store.sightings.of_story(story, store.sightings.newest())
    }


def _stories(store: Store) -> tuple[str, ...]:
    return tuple(dict.fromkeys(store.sightings.stories(0, store.sightings.newest())))


def _snapshot(name: str, listings: tuple[Listing, ...]) -> Snapshot:
    digest = sha256(repr(listings).encode()).hexdigest()
    return replace(Snapshot(name, "un-xml", digest, BEGIN, None, "", 0, len(listings), 0, 0))
