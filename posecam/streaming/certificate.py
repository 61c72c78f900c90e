"""A certificate of this computer's own, without which no browser lets a page use a camera.

No one vouches for it, so browsers warn once. It is signed by an authority that is made for it alone
and whose key is thrown away at once: who makes their telephone trust that authority trusts nothing
that is made later.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import ipaddress
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from posecam.files import atomic_write, private_folder, read_regular
from posecam.streaming.addresses import Number

#: Days for which it is good: telephones refuse more than 825. So many before its end it is renewed.
GOOD_DAYS: Final = 820
RENEWED_DAYS: Final = 30
#: Addresses it is good for; those of networks that this computer was in long ago go first.
MOST_ADDRESSES: Final = 24
_LARGEST: Final = 65_536
_FILE: Final = "remote.pem"


def own_certificate(
    folder: Path, addresses: Iterable[Number], now: dt.datetime | None = None
) -> Path:
    """The file with key and certificates; made anew where there is none that will do.

    Args:
        folder: where it is kept, readable by its owner alone.
        addresses: that it must be good for.
        now: with a time zone; the clock's if left out.

    Raises:
        OSError: it cannot be written.
    """
    now = now or dt.datetime.now(dt.UTC)
    path, wanted = folder / _FILE, list(dict.fromkeys(addresses))
    kept = _kept(path, now)
    if kept is not None and set(wanted) <= set(kept):
        return path
    known = list(dict.fromkeys([*wanted, *(kept or ())]))[:MOST_ADDRESSES]
    private_folder(folder)
    path.unlink(missing_ok=True)  # the new file would take over its permissions
    with atomic_write(path) as part:
        part.write_bytes(_make(known, now))
    return path


def authority(path: Path) -> bytes:
    """The certificate to install where a warning is not enough, as DER, of such a file.

    Raises:
        OSError, ValueError: it cannot be read.
    """
    last = x509.load_pem_x509_certificates(read_regular(path, _LARGEST))[-1]
    return last.public_bytes(serialization.Encoding.DER)


def spki_hash(path: Path) -> str:
    """The SHA-256 of the public key in such a file, in base64, by which a browser can know it.

    Raises:
        OSError, ValueError: it cannot be read.
    """
    leaf, *_ = x509.load_pem_x509_certificates(read_regular(path, _LARGEST))
    info = leaf.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return base64.b64encode(hashlib.sha256(info).digest()).decode()


def _kept(path: Path, now: dt.datetime) -> list[Number] | None:
    """What the certificate that is there is good for; None where it cannot be used any more."""
    try:
        mode = path.lstat().st_mode
        content = read_regular(path, _LARGEST)
        key = serialization.load_pem_private_key(content, None)
        leaf, _ = x509.load_pem_x509_certificates(content)
        names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (OSError, ValueError, TypeError, x509.ExtensionNotFound):
        return None
    seen_by_others = sys.platform != "win32" and stat.S_IMODE(mode) & 0o077
    until = leaf.not_valid_after_utc - dt.timedelta(days=RENEWED_DAYS)
    if seen_by_others or not leaf.not_valid_before_utc <= now < until:
        return None
    if key.public_key() != leaf.public_key():
        return None
    return [
        one
        for one in names.get_values_for_type(x509.IPAddress)
        if isinstance(one, ipaddress.IPv4Address | ipaddress.IPv6Address)
    ]


def _make(addresses: list[Number], now: dt.datetime) -> bytes:
    """Key, certificate and authority as PEM."""
    begins = now - dt.timedelta(days=1)  # a telephone's clock may be behind
    ends = begins + dt.timedelta(days=GOOD_DAYS)
    top, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "posecam on this computer")])
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "posecam remote")])
    names = [x509.DNSName("localhost"), *(x509.IPAddress(one) for one in addresses)]
    both = x509.CertificateBuilder().issuer_name(issuer).not_valid_before(begins)
    both = both.not_valid_after(ends)
    signer = (
        both.subject_name(issuer)
        .serial_number(x509.random_serial_number())
        .public_key(top.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(top.public_key()), critical=False)
        .sign(top, hashes.SHA256())
    )
    leaf = (
        both.subject_name(subject)
        .serial_number(x509.random_serial_number())
        .public_key(key.public_key())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(top.public_key()), critical=False
        )
        .sign(top, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    pem = serialization.Encoding.PEM
    return secret + leaf.public_bytes(pem) + signer.public_bytes(pem)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
