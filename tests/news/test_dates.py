"""When an article was published, as its publisher prints it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.news.dates import DATES
from tests.news.samples import RSS
from watchlist.news.calendars import gregorian
from watchlist.news.dates import MAX_AHEAD, believable, instant
from watchlist.news.feed import read_feed

NOW = datetime(2024, 3, 5, tzinfo=UTC)


@pytest.mark.parametrize(("language", "text", "moment"), DATES, ids=[f"{case[0]} {case[1]}" for case in DATES])
def test_dates_are_read_in_many_languages_or_not_at_all(language: str, text: str, moment: str) -> None:
    """A whole date is a moment in UTC, whoever prints it; anything less is none."""
    assert instant(text, language) == (datetime.fromisoformat(f"{moment}Z") if moment else None)


def test_only_numbers_and_shared_words_need_a_language() -> None:
    """Month names are read without one; "listopad" is October in Croatia and November in Poland."""
    assert instant("5 марта 2024") == instant("5 mars 2024") == instant("5 maart 2024")
    months = [instant("5. listopada 2024", language) for language in ("hr", "pl-PL", "")]
    assert [moment and moment.month for moment in months] == [10, 11, None]


@given(st.text(max_size=60), st.sampled_from(["", "en", "fa", "zh", "xx"]))
def test_no_text_raises(text: str, language: str) -> None:
    """Whatever stands where a date should be, the answer is a moment of this age or nothing."""
    moment = instant(text, language)
    assert moment is None or (1989 < moment.year < 2102 and moment.tzinfo is not None)


@given(st.dates(date(1991, 1, 1), date(2099, 12, 30)), st.times())
def test_what_machines_print_is_read_back(day: date, clock: object) -> None:
    """ISO 8601 and mail dates keep every second."""
    moment = datetime.combine(day, clock, UTC).replace(microsecond=0)  # type: ignore[arg-type]
    assert instant(moment.isoformat()) == instant(f"{moment:%a, %d %b %Y %H:%M:%S} GMT") == moment
    assert instant(f"{moment:%d/%m/%Y %H:%M:%S}", "fr") == moment


def test_every_day_of_the_solar_calendar_follows_the_day_before() -> None:
    """Months of 31, 30 and 29 or 30 days fill 200 years without a gap; Nowruz is on 19 to 22 March."""
    days = []
    for year in range(1300, 1500):
        for month in range(1, 13):
            for number in range(1, 32):
                try:
                    days.append(gregorian(year, month, number))
                except ValueError:
                    assert number in {30, 31}
        assert date(gregorian(year, 1, 1).year, 3, 19) <= gregorian(year, 1, 1) <= date(year + 621, 3, 22)
    assert days == [date(1921, 3, 21) + timedelta(number) for number in range(len(days))]


def test_the_far_future_is_no_date() -> None:
    """A clock that is wrong by a day is believed, one that is wrong by a year is not."""
    assert believable(NOW + MAX_AHEAD, NOW) == NOW + MAX_AHEAD
    assert believable(NOW + MAX_AHEAD + timedelta(seconds=1), NOW) is None
    assert believable(None, NOW) is None


def test_a_feed_may_date_its_entries_in_its_own_language() -> None:
    """What the feed parser cannot read is read by its words."""
    body = RSS.replace("Tue, 02 Jan 2024 08:30:00 +0100", "Mar, 02 Ene 2024 08:30:00 +0100")
    article = read_feed(body.encode(), "puerto", "https://news.example/rss", "").articles[0]
    assert article.published == datetime(2024, 1, 2, 7, 30, tzinfo=UTC)
