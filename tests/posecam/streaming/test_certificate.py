"""The certificate of this computer's own: kept, private, renewed, and good for its addresses."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import ssl
import stat
import sys
import threading
from pathlib import Path

import pytest
from cryptography import x509

from posecam.streaming.addresses import Number, own_address, own_addresses
from posecam.streaming.certificate import GOOD_DAYS, MOST_ADDRESSES, authority, own_certificate

HOME: list[Number] = [ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("192.168.1.7")]
NOW = dt.datetime(2026, 5, 4, tzinfo=dt.UTC)


def leaf(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificates(path.read_bytes())[0]


def numbers(path: Path) -> set[Number]:
    names = leaf(path).extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return set(names.get_values_for_type(x509.IPAddress))  # type: ignore[arg-type]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps folders private by itself")
def test_its_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = own_certificate(tmp_path / "new" / "folder", HOME)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    path.chmod(0o644)  # others may have read it
    own_certificate(path.parent, HOME)
    assert path.read_bytes() != before
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_is_kept_until_shortly_before_its_end(tmp_path: Path) -> None:
    path = own_certificate(tmp_path, HOME, NOW)
    first = path.read_bytes()
    assert own_certificate(tmp_path, HOME, NOW + dt.timedelta(days=GOOD_DAYS - 60)) == path
    assert path.read_bytes() == first
    late = NOW + dt.timedelta(days=GOOD_DAYS - 20)
    own_certificate(tmp_path, HOME, late)
    assert path.read_bytes() != first
    assert leaf(path).not_valid_after_utc > late + dt.timedelta(days=GOOD_DAYS - 3)


def test_a_clock_that_was_wrong_does_no_harm(tmp_path: Path) -> None:
    path = own_certificate(tmp_path, HOME, NOW + dt.timedelta(days=3650))
    own_certificate(tmp_path, HOME, NOW)
    assert leaf(path).not_valid_before_utc <= NOW < leaf(path).not_valid_after_utc


def test_another_network_is_added_and_the_one_before_stays_good(tmp_path: Path) -> None:
    path = own_certificate(tmp_path, HOME)
    first = path.read_bytes()
    office = ipaddress.ip_address("10.4.4.4")
    own_certificate(tmp_path, [office])
    assert numbers(path) == {*HOME, office}
    second = path.read_bytes()
    assert second != first
    own_certificate(tmp_path, HOME)
    assert path.read_bytes() == second


def test_it_does_not_grow_without_end(tmp_path: Path) -> None:
    path = own_certificate(tmp_path, [ipaddress.ip_address(n) for n in range(2**24, 2**24 + 100)])
    assert len(numbers(path)) == MOST_ADDRESSES


@pytest.mark.parametrize("content", [b"", b"nothing", b"\xff" * 100_000])
def test_a_spoilt_file_is_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "remote.pem").write_bytes(content)
    assert numbers(own_certificate(tmp_path, HOME)) == set(HOME)


def test_another_ones_key_is_replaced(tmp_path: Path) -> None:
    mine, theirs = (own_certificate(tmp_path / name, HOME) for name in "ab")
    key, _, rest = theirs.read_bytes().partition(b"-----BEGIN CERTIFICATE-----")
    assert key.startswith(b"-----BEGIN PRIVATE KEY-----")
    assert rest
    _, mark, certificates = mine.read_bytes().partition(b"-----BEGIN CERTIFICATE-----")
    mine.write_bytes(key + mark + certificates)
    own_certificate(mine.parent, HOME)
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(mine)  # refuses a key that is not its


def test_who_trusts_its_authority_can_connect_to_its_addresses_alone(tmp_path: Path) -> None:
    path = own_certificate(tmp_path, HOME)
    theirs = ssl.create_default_context(cadata=authority(path))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)

    def shake_hands(name: str) -> None:
        here, there = socket.socketpair()
        with here, there:

            def serve() -> None:
                try:
                    context.wrap_socket(here, server_side=True).close()
                except OSError:
                    here.close()

            serving = threading.Thread(target=serve)
            serving.start()
            try:
                theirs.wrap_socket(there, server_hostname=name).close()
            finally:
                there.close()
                serving.join()

    shake_hands("192.168.1.7")
    shake_hands("localhost")
    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands("192.168.1.8")
    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands("bank.example")


def test_its_authority_can_sign_nothing_more(tmp_path: Path) -> None:
    text = own_certificate(tmp_path, HOME).read_bytes()
    assert text.count(b"PRIVATE KEY-----") == 2  # one key, with beginning and end
    signer = x509.load_der_x509_certificate(authority(tmp_path / "remote.pem"))
    assert signer.public_key() != leaf(tmp_path / "remote.pem").public_key()


def test_own_addresses_begin_with_the_networks_own() -> None:
    found = [str(number) for number in own_addresses()]
    assert "127.0.0.1" in found
    assert "::1" in found
    assert found[0] == (own_address() or found[0])
    assert len(found) == len(set(found))
