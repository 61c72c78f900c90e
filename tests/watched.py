"""Runs a program and writes down every socket to a network and every file it opens to write.

On Linux the kernel itself tells, whatever code asks, native libraries and child processes included:
a seccomp filter hands `socket`, `connect` and each opening for writing to this process, which
refuses networks and lets files pass. No rights are needed. Elsewhere the sockets that the program
and its children hold are looked at a thousand times a second, and files are found afterwards.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import platform
import select
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import psutil

#: How each architecture calls itself in a filter, and the numbers of its calls.
_ARCHITECTURES: Final = {
    "x86_64": (
        0xC000003E,
        {"seccomp": 317, "socket": 41, "connect": 42, "open": 2, "creat": 85, "openat": 257},
    ),
    "aarch64": (0xC00000B7, {"seccomp": 277, "socket": 198, "connect": 203, "openat": 56}),
}
_LOAD, _EQUAL, _ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_ALLOW, _ASK = 0x7FFF0000, 0x7FC00000
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_RECEIVE, _SEND = 0xC0502100, 0xC0182101
_GO_ON: Final = 1
_REFUSED: Final = -101  # ENETUNREACH, what a machine without a network says
_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_LONGEST_PATH: Final = 4096
_NOWHERE: Final = ("/dev/", "/proc/", "/memfd:")
#: A local service that looks names up for others. (The other one, nscd, is asked for users too.)
_RESOLVER: Final = "io.systemd.Resolve"


@dataclass(slots=True)
class Seen:
    """What a program did.

    Attributes:
        returncode: its exit status.
        output: stdout and stderr together.
        network: each attempt to reach another machine or to look up a name, in words.
        written: files opened for writing, absolute, but for devices.
    """

    returncode: int = 0
    output: str = ""
    network: list[str] = field(default_factory=list)
    written: set[Path] = field(default_factory=set)


def run(
    command: Sequence[str | Path], *, cwd: Path, env: Mapping[str, str], timeout: float = 90
) -> Seen:
    """Run a command to its end and tell what it did."""
    by_kernel = platform.system() == "Linux" and platform.machine() in _ARCHITECTURES
    return (_asked if by_kernel else _looked_at)(command, cwd, env, timeout)


def _asked(
    command: Sequence[str | Path], cwd: Path, env: Mapping[str, str], timeout: float
) -> Seen:
    seen = Seen()
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno()), *map(str, command)],
                cwd=cwd, env=dict(env), pass_fds=[theirs.fileno()], text=True,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
        _, listeners, _, _ = socket.recv_fds(ours, 1, 1)
    if not listeners:
        raise OSError(f"The kernel lets no filter be set: {process.communicate()[0]}")
    done = threading.Event()
    answers = threading.Thread(target=_answer, args=(listeners[0], seen, done), name="watched")
    answers.start()
    try:
        seen.output, _ = process.communicate(timeout=timeout)
    finally:
        process.kill()
        done.set()
        answers.join()
        os.close(listeners[0])
    seen.returncode = process.returncode
    return seen


def _answer(listener: int, seen: Seen, done: threading.Event) -> None:
    """Answer each call that the filter hands over, until the program has ended."""
    numbers = {number: name for name, number in _ARCHITECTURES[platform.machine()][1].items()}
    poll = select.poll()
    poll.register(listener, select.POLLIN)
    while not done.is_set():
        events = poll.poll(50)
        if not events:
            continue
        if not events[0][1] & select.POLLIN:
            return  # no person is left who could call
        question = bytearray(80)
        try:
            fcntl.ioctl(listener, _RECEIVE, question)
        except OSError:  # the caller has died meanwhile
            continue
        ident, pid, _ = struct.unpack_from("=QII", question)
        (
            number,
            *_,
        ) = struct.unpack_from("=i", question, 16)
        arguments = struct.unpack_from("=6Q", question, 32)
        refuse = _note(seen, numbers[number], pid, arguments)
        answer = struct.pack("=QqiI", ident, 0, *((_REFUSED, 0) if refuse else (0, _GO_ON)))
        try:
            fcntl.ioctl(listener, _SEND, bytearray(answer))
        except OSError:
            continue


def _note(seen: Seen, call: str, pid: int, arguments: tuple[int, ...]) -> bool:
    """Write a call down; whether it is to be refused."""
    if call == "socket":
        family, kind = arguments[0], arguments[1] & 0xF
        if family == socket.AF_NETLINK:  # the kernel's own news, of devices that come and go
            return False
        seen.network.append(f"socket of family {family}, type {kind}")
        return True
    if call == "connect":
        where = _memory(pid, arguments[1], min(arguments[2], 128))[2:].decode(errors="replace")
        if _RESOLVER in where:
            seen.network.append(f"a name asked for at {_RESOLVER}")
            return True
        return False
    at, address = (-100, arguments[0]) if call in {"open", "creat"} else arguments[:2]
    name = _memory(pid, address, _LONGEST_PATH).split(b"\0")[0].decode(errors="replace")
    at = ctypes.c_int(at & 0xFFFFFFFF).value
    base = Path(f"/proc/{pid}/cwd" if at == -100 else f"/proc/{pid}/fd/{at}")
    path = base.resolve() / name
    if not str(path).startswith(_NOWHERE):
        seen.written.add(path)
    return False


def _memory(pid: int, address: int, length: int) -> bytes:
    """Bytes of a process that waits for an answer; fewer at the end of a page."""
    try:
        with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
            memory.seek(address)
            try:
                return memory.read(length)
            except OSError:
                memory.seek(address)
                return memory.read(4096 - address % 4096)
    except OSError:
        return b""


def _looked_at(
    command: Sequence[str | Path], cwd: Path, env: Mapping[str, str], timeout: float
) -> Seen:
    seen = Seen()
    before = time.time()
    process = subprocess.Popen(
        list(map(str, command)), cwd=cwd, env=dict(env), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    over = threading.Event()

    def look() -> None:
        while not over.is_set():
            try:
                first = psutil.Process(process.pid)
                for one in (first, *first.children(recursive=True)):
                    held = one.net_connections("inet")
                    seen.network += [f"{c.laddr} to {c.raddr}" for c in held]
            except psutil.Error:
                continue
            time.sleep(0.001)

    looks = threading.Thread(target=look, name="watched")
    looks.start()
    try:
        seen.output, _ = process.communicate(timeout=timeout)
    finally:
        process.kill()
        over.set()
        looks.join()
    seen.returncode = process.returncode
    home = Path(env.get("HOME", cwd))
    seen.written = {p for p in home.rglob("*") if p.is_file() and p.stat().st_mtime >= before}
    return seen


def _filter() -> bytes:
    """The program that the kernel runs at each call, as (code, if true, if false, operand).

    Every jump is to one of the two answers at the end.
    """
    architecture, numbers = _ARCHITECTURES[platform.machine()]
    lines: list[tuple[int, str, str, int]] = [
        (_LOAD, "", "", _ARCHITECTURE),
        (_EQUAL, "", "allow", architecture),
        (_LOAD, "", "", _NUMBER),
    ]
    for call, argument in (("open", 1), ("openat", 2)):
        if call in numbers:
            lines += [
                (_EQUAL, "", "+4", numbers[call]),
                (_LOAD, "", "", _FIRST_ARGUMENT + 8 * argument),
                (_ANY_BIT, "ask", "", _WRITES),
                (_RETURN, "", "", _ALLOW),
                # Only one that is not this call comes here, with its number still loaded.
            ]
    if "creat" in numbers:
        lines.append((_EQUAL, "ask", "", numbers["creat"]))
    lines += [
        (_EQUAL, "ask", "", numbers["connect"]),
        (_EQUAL, "", "allow", numbers["socket"]),
        (_LOAD, "", "", _FIRST_ARGUMENT),
        (_EQUAL, "allow", "ask", socket.AF_UNIX),
        (_RETURN, "", "", _ALLOW),
        (_RETURN, "", "", _ASK),
    ]
    ends = {"allow": len(lines) - 2, "ask": len(lines) - 1}

    def offset(to: str, at: int) -> int:
        if to.startswith("+"):
            return int(to) - 1
        return ends[to] - at - 1 if to else 0

    return b"".join(
        struct.pack("=HBBI", code, offset(yes, at), offset(no, at), operand)
        for at, (code, yes, no, operand) in enumerate(lines)
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("lines", ctypes.c_char_p))


def _become(channel: int, command: list[str]) -> None:
    """Set the filter, hand its listener over, and become the program."""
    lines = _filter()
    program = _Program(len(lines) // 8, lines)
    libc = ctypes.CDLL(None, use_errno=True)
    no_new_privileges, set_filter, with_listener = 38, 1, 8
    call = _ARCHITECTURES[platform.machine()][1]["seccomp"]
    libc.prctl(no_new_privileges, 1, 0, 0, 0)
    listener = libc.syscall(call, set_filter, with_listener, ctypes.byref(program))
    if listener < 0:
        sys.exit(os.strerror(ctypes.get_errno()))
    with socket.socket(fileno=channel) as other:
        socket.send_fds(other, [b"x"], [listener])
    os.close(listener)
    os.execvp(command[0], command)


if __name__ == "__main__":
    _become(int(sys.argv[1]), sys.argv[2:])
