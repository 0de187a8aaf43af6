"""Certificates for servers on loopback: one authority, and leaves that are right or wrong in one way each."""

import ssl
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

_KEY = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"


@cache
def folder() -> Path:
    """Where they lie, for this process."""
    return Path(tempfile.mkdtemp(prefix="certificates-"))


@cache
def authority() -> Path:
    """The certificate of the authority that clients are told to trust."""
    _openssl(f"req -x509 {_KEY} -days 2 -subj /CN=authority -keyout authority.key -out authority.pem")
    return folder() / "authority.pem"


@cache
def leaf(name: str, days: int = 2) -> Path:
    """Key and certificate for a name, signed by the authority; negative ``days`` make one that has expired."""
    authority()
    own = f"{name}{days}"
    _openssl(f"req {_KEY} -subj /CN={name} -addext subjectAltName=DNS:{name} -keyout {own}.key -out {own}.csr")
    signing = "-CA authority.pem -CAkey authority.key -CAcreateserial -copy_extensions copyall"
    _openssl(f"x509 -req -in {own}.csr {signing} -days {days} -out {own}.crt")
    return _joined(own)


@cache
def self_signed(name: str) -> Path:
    """Key and certificate for a name that nobody vouches for."""
    alone = "alone"
    names = f"-subj /CN={name} -addext subjectAltName=DNS:{name}"
    _openssl(f"req -x509 {_KEY} -days 2 {names} -keyout {alone}.key -out {alone}.crt")
    return _joined(alone)


def context(pem: Path) -> ssl.SSLContext:
    """A server's context with this key and certificate."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(pem)
    return made


def _joined(own: str) -> Path:
    pem = folder() / f"{own}.pem"
    pem.write_bytes((folder() / f"{own}.key").read_bytes() + (folder() / f"{own}.crt").read_bytes())
    return pem


def _openssl(arguments: str) -> None:
    try:
        subprocess.run(["openssl", *arguments.split()], check=True, capture_output=True, timeout=60, cwd=folder())
    except FileNotFoundError:
        pytest.skip("openssl is not installed, so no certificate can be made")
