"""A code is good once and not for long; who guesses is not listened to."""

from __future__ import annotations

from posecam.streaming.access import BLOCKED_S, CODE_S, MOST_KEYS, MOST_WRONG, Access


def test_a_code_is_good_once() -> None:
    access = Access()
    code = access.code(0.0)
    assert access.code(1.0) == code
    key = access.redeem(code, "phone", 2.0)
    assert key is not None
    assert access.redeem(code, "other", 3.0) is None
    assert access.code(3.0) != code
    assert access.knows(key, "phone", 1e6)


def test_an_old_code_is_none() -> None:
    access = Access()
    code = access.code(0.0)
    assert access.redeem(code, "phone", CODE_S) is None
    assert access.code(CODE_S) != code


def test_wrong_codes_and_keys_are_none() -> None:
    access = Access()
    code = access.code(0.0)
    assert access.redeem("", "a", 0.0) is None
    assert access.redeem(code[:-1], "a", 0.0) is None
    assert not access.knows(code, "a", 0.0)
    assert not access.knows("", "a", 0.0)
    assert access.redeem(code, "a", 0.0) is not None


def test_who_guesses_is_not_listened_to_for_a_while_and_others_are() -> None:
    access = Access()
    for _ in range(MOST_WRONG):
        access.redeem("wrong", "guesser", 0.0)
    assert access.redeem(access.code(1.0), "guesser", 1.0) is None
    assert access.redeem(access.code(1.0), "phone", 1.0) is not None
    assert access.redeem(access.code(BLOCKED_S), "guesser", BLOCKED_S) is not None


def test_only_so_many_keys_are_known() -> None:
    access = Access()
    keys = [access.redeem(access.code(0.0), "phone", 0.0) for _ in range(MOST_KEYS + 1)]
    assert None not in keys
    assert [access.knows(str(key), f"{n}", 0.0) for n, key in enumerate(keys)] == [
        False,
        *[True] * MOST_KEYS,
    ]
