"""Who news says was put under sanctions, whatever the lists say: designations of named parties."""

from watchlist.designations.covering import covers
from watchlist.designations.finder import DesignationFinder
from watchlist.designations.known import KnownNames

__all__ = ["DesignationFinder", "KnownNames", "covers"]
