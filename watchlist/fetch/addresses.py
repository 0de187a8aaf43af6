"""Which network addresses may be fetched from: public ones, and those that the user allows by name."""

import ipaddress
from collections.abc import Iterable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# Web ports and their usual alternatives; any port of an allowed network may be used.
PORTS = frozenset({80, 443, 8080, 8443})

# Ranges that `is_global` lets pass in one Python version or another, and that wrap or reach private addresses.
_NOT_PUBLIC: tuple[Network, ...] = tuple(
    map(
        ipaddress.ip_network,
        (
            "192.0.0.0/24",  # IETF protocol assignments, RFC 6890
            "192.88.99.0/24",  # 6to4 relays, RFC 7526
            "224.0.0.0/4",  # multicast
            "2001::/23",  # IETF protocol assignments, Teredo among them
            "2002::/16",  # 6to4, RFC 3056
            "3fff::/20",  # documentation, RFC 9637
        ),
    )
)
# All that is given out of IPv6 so far (RFC 4291 2.4); beside it are the many ways to write an IPv4 address inside it.
_UNICAST = ipaddress.IPv6Network("2000::/3")


def networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """Networks in CIDR form, or single addresses; ValueError for anything else."""
    return tuple(ipaddress.ip_network(text, strict=False) for text in texts)


def parse_address(text: str) -> Address:
    """An address, an IPv4 one that IPv6 wraps unwrapped, a zone ("%eth0") dropped; ValueError when it is none."""
    address = ipaddress.ip_address(text.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return address if mapped is None else mapped


def is_allowed(address: Address, allow: Iterable[Network]) -> bool:
    """Whether the user named a network that holds this address."""
    return any(address in network for network in allow)


def is_public(address: Address) -> bool:
    """Whether the address is reachable for everyone; private, local, reserved, multicast and tunnel ranges are not."""
    known = address.version == 4 or address in _UNICAST
    return known and address.is_global and not any(address in network for network in _NOT_PUBLIC)


def refusal(text: str, port: int, allow: tuple[Network, ...]) -> str:
    """Why this address and port must not be connected to, or "" when they may."""
    address = parse_address(text)
    if is_allowed(address, allow):
        return ""
    if not is_public(address):
        return f"{address} is not a public address"
    if port not in PORTS:
        return f"port {port} is not a web port"
    return ""
