"""The body of real pages, held against what people marked as the article."""

import gzip
import json
import re
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from watchlist.news.page import main_text

ARCHIVE = Path(__file__).parents[2] / "../shared/data/html/article-extraction-benchmark.tar.xz"
_WORD = re.compile(r"\w+")


def pages() -> Iterator[tuple[str, bytes]]:
    """The true body and the bytes of each page."""
    with tarfile.open(ARCHIVE) as archive:
        files = {
            Path(member.name).name: stream.read()
            for member in archive
            if member.isfile() and (stream := archive.extractfile(member)) is not None
        }
    for name, page in json.loads(files["ground-truth.json"]).items():
        yield page["articleBody"], gzip.decompress(files[f"{name}.html.gz"])


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, as the benchmark counts them."""
    words = _WORD.findall(text)
    return Counter(tuple(words[start : start + 4]) for start in range(max(1, len(words) - 3)))


def share(part: int, whole: int) -> float:
    """A share that is 1 where there is nothing to find."""
    return part / whole if whole else 1.0


@pytest.mark.shared
def test_the_text_of_a_page_is_its_body() -> None:
    """F1 of mean precision and mean recall over shingles of four words is at least 0.95 on the public benchmark."""
    if not ARCHIVE.exists():
        pytest.skip("the shared pages are not beside this project")
    precisions, recalls = [], []
    for body, raw in pages():
        true, found = shingles(body), shingles(main_text(raw, ""))
        right = (true & found).total()
        precisions.append(share(right, found.total()))
        recalls.append(share(right, true.total()))
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    assert len(precisions) == 181
    assert 2 * precision * recall / (precision + recall) >= 0.95, (precision, recall)
