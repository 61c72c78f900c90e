"""A PulseAudio server of a test's own: a microphone that is fed, a loudspeaker that is heard.

The microphone's clock is that of who feeds it: `Feeding` may go wrong as real sound cards do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.fakes.microphone import clicks

RATE = 48_000
HAVE_PULSE = shutil.which("pulseaudio") is not None and shutil.which("pactl") is not None
MICROPHONE, LOUDSPEAKER = "test_microphone", "test_loudspeaker"
_READY_S = 10.0
_STEP_S = 0.01


@dataclass(frozen=True, slots=True)
class Pulse:
    """A server that runs.

    Attributes:
        environment: for programs that shall use it.
        pipe: what is written here is what the microphone hears: 16 bits, one channel.
    """

    environment: dict[str, str]
    pipe: Path

    def control(self, *words: str) -> str:
        """Ask it something."""
        done = subprocess.run(
            ["pactl", *words], env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def unplug_microphone(self) -> None:
        """Take the microphone away."""
        self.control("unload-module", "module-pipe-source")


def _asked(environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["pactl", "info"], env=environment, capture_output=True, check=False)


@contextmanager
def pulse_server(folder: Path, *, microphone: bool = True) -> Iterator[Pulse]:
    """Run a server with a microphone and a loudspeaker, whose monitor tells what it plays."""
    runtime, pipe = folder / "runtime", folder / "microphone"
    runtime.mkdir(mode=0o700, parents=True)
    socket = runtime / "native"
    environment = {
        **os.environ,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "PULSE_RUNTIME_PATH": str(runtime),
        "PULSE_SERVER": f"unix:{socket}",
        "PULSE_COOKIE": str(runtime / "cookie"),
    }
    modules = [
        f"module-native-protocol-unix socket={socket} auth-anonymous=1",
        f"module-null-sink sink_name={LOUDSPEAKER} rate={RATE} channels=1",
    ]
    if microphone:
        told = f"source_name={MICROPHONE} source_properties=device.description=Microphone"
        modules.append(f"module-pipe-source {told} file={pipe} format=s16le rate={RATE} channels=1")
    words = [word for module in modules for word in ("-L", module)]
    server = subprocess.Popen(
        ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
         "--disable-shm=yes", "--log-level=error", *words],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    helpers: list[subprocess.Popen[bytes]] = []
    try:
        give_up = time.monotonic() + _READY_S
        while _asked(environment).returncode:
            assert server.poll() is None, "the server has ended"
            assert time.monotonic() < give_up, "the server does not answer"
            time.sleep(0.05)
        pulse = Pulse(environment, pipe)
        pulse.control("set-default-sink", LOUDSPEAKER)
        if microphone:
            pulse.control("set-default-source", MICROPHONE)
            # Who asks for much at a time makes the microphone keep half a second, as sound cards
            # do: without it a busy machine loses samples in the pipe.
            patient = subprocess.Popen(
                ["parec", "--device", MICROPHONE, "--latency-msec=500", "--raw"],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            helpers.append(patient)
        yield pulse
    finally:
        for helper in helpers:
            helper.kill()
            helper.wait()
        server.terminate()
        server.wait()


#: Samples from a second on, so many, of a rate.
World = Callable[[float, int, float], NDArray[np.float32]]


class Feeding:
    """Feeds a microphone with what the world sounds like, as time goes on.

    Args:
        pipe: of the microphone.
        rate: samples a second that it really has.
        zero_ns: what the seconds are counted from, on the clock of `time.perf_counter_ns`.
        world: what is to be heard; a click at every whole second by default.
    """

    def __init__(self, pipe: Path, rate: float, zero_ns: int, world: World = clicks) -> None:
        self._pipe, self._rate, self._zero_ns, self._world = pipe, rate, zero_ns, world
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="test-feeding")
        self._thread.start()

    def _run(self) -> None:
        descriptor = os.open(self._pipe, os.O_WRONLY)
        began_s = (time.perf_counter_ns() - self._zero_ns) / 1e9
        given = 0
        try:
            while not self._stop.wait(_STEP_S):
                now_s = (time.perf_counter_ns() - self._zero_ns) / 1e9
                due = int((now_s - began_s) * self._rate) - given
                samples = self._world(began_s + given / self._rate, due, self._rate)
                os.write(descriptor, (samples * 32767).astype("<i2").tobytes())
                given += due
        except BrokenPipeError:  # the microphone was unplugged
            return
        finally:
            os.close(descriptor)

    def stop(self) -> None:
        """Be silent: nothing comes any more."""
        self._stop.set()
        self._thread.join()
