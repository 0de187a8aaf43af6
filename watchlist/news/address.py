"""One address for one article: what only tracks readers is taken off, and a page's own word for itself is checked."""

import re
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from watchlist.news.articles import web_address

# Parameters that say how a reader came, never what is read: those of campaigns, advertising networks and mailings.
_TRACKING = re.compile(
    r"(?:utm|mtm|matomo|pk|piwik|hsa|oly|vero|at|itm|stm|ga|guce|_hs)_.*|_hsenc|_hsmi|__twitter_impression|__s|spm"
    r"|(?:fb|g|dc|tw|yc|ysc|y|tt|msclk|igsh|gbra|wbra|rdt_c|li_fat_)(?:cl)?id|gclsrc|igsh|mkt_tok|xtor|s_cid|ncid|cmpid"
    r"|mc_[ce]id|fb_(?:action_ids|action_types|ref|source)|ref_?(?:src|url)|ocid|smid|guccounter|traffic_source"
)
_BLANKS = re.compile(r"[\s\x00-\x20]+")
_PORTS = {"http": 80, "https": 443}
# Names of hosts that show the same pages to other devices.
_TWINS = re.compile(r"^(?:www\d?|m|mobile|amp)\.")


def canonical(address: str) -> str:
    """The same address without tracking, fragment and default port, host in small letters, parameters in order.

    "" for what is no web address. A fragment that names the page ("#!/story/5") stays.
    """
    address = _BLANKS.sub("%20", web_address(address))
    try:
        parts = urlsplit(address)
        host = _host(parts)
    except ValueError:
        return ""
    if not host:
        return ""
    kept = sorted(pair for pair in parts.query.split("&") if pair and not _TRACKING.fullmatch(_name(pair)))
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", "&".join(kept), fragment))


def own_address(stated: str, url: str) -> str:
    """The address that a page states for itself, in canonical form, or "" when it cannot be this page's.

    ``url`` is where the page was found, "" when that is not known. A page may only speak for its own site, and never
    for the front page, which careless templates name on every page.
    """
    try:
        address = canonical(urljoin(url, stated.strip())) if stated.strip() else ""
        if not address or not url:
            return address
        one, other = urlsplit(address), urlsplit(url)
    except ValueError:
        return ""
    front = one.path == "/" and not one.query and (other.path not in {"", "/"} or bool(other.query))
    return address if _same_site(one.hostname or "", other.hostname or "") and not front else ""


def _name(pair: str) -> str:
    return pair.partition("=")[0].lower()


def _host(parts: SplitResult) -> str:
    """Host and, where it is not the usual one, port; what names a user or a password is left out."""
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in {None, _PORTS.get(parts.scheme.lower())} else f"{host}:{parts.port}"


def _same_site(one: str, other: str) -> bool:
    """Whether two hosts are the same but for www, m and amp, or one lies below the other."""
    one, other = _TWINS.sub("", one), _TWINS.sub("", other)
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
