"""VMC as a receiver of another library sees it."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest

from posecam.pose import FrameResult
from posecam.skeleton import INDEX
from posecam.streaming import Address, StreamOptions, Streams
from posecam.streaming.seats import Seats
from posecam.streaming.vmc import PACKET_BYTES, Message, VmcSenders, bundles
from tests.fakes.estimator import figure, make_pose
from tests.fakes.people import make_frame
from tests.fakes.waiting import wait_until
from tests.posecam.streaming.receivers import OscReceiver, free_udp_port
from tests.posecam.streaming.unity import ENDS, HIERARCHY, POINTS, forward, turn

Send = Callable[[FrameResult], None]


def walking(number: int, people: int = 1) -> FrameResult:
    """The walking figure of the fakes, seen by the main person first."""
    frame = make_frame(number)
    poses = [make_pose(frame, figure(frame.time, 260), person_id=k) for k in range(people)]
    return FrameResult(frame, tuple(poses))


@pytest.fixture
def receiver() -> Iterator[OscReceiver]:
    with OscReceiver() as one:
        yield one


@pytest.fixture
def streams(receiver: OscReceiver) -> Iterator[Streams]:
    made = Streams(StreamOptions(vmc=f"127.0.0.1:{receiver.port}"))
    yield made
    made.close()


def send_and_wait(streams: Streams, receiver: OscReceiver, result: FrameResult) -> None:
    before = len(receiver.of("/VMC/Ext/T"))
    streams.send(result)
    wait_until(lambda: len(receiver.of("/VMC/Ext/T")) > before)


def bones_of(receiver: OscReceiver) -> dict[str, tuple[float, ...]]:
    """The bones of the last pose, once all of them are there."""
    wait_until(lambda: len(receiver.of("/VMC/Ext/Bone/Pos")) % len(HIERARCHY) == 0)
    return {m[0]: m[1:] for m in receiver.of("/VMC/Ext/Bone/Pos")[-len(HIERARCHY) :]}


def test_a_receiver_gets_every_bone_with_its_kind_of_values(
    streams: Streams, receiver: OscReceiver
) -> None:
    send_and_wait(streams, receiver, walking(6))
    bones = bones_of(receiver)
    assert receiver.of("/VMC/Ext/OK") == [(1, 3, 0, 1)]
    assert receiver.of("/VMC/Ext/T") == [(pytest.approx(0.2),)]
    (root,) = receiver.of("/VMC/Ext/Root/Pos")
    assert root[0] == "root"
    assert root[1:] == (0, 0, 0, 0, 0, 0, 1)
    assert set(bones) == set(HIERARCHY)
    for values in bones.values():
        assert all(isinstance(value, float) for value in values)
        assert np.linalg.norm(values[3:]) == pytest.approx(1, abs=1e-5)
    (status,) = streams.status
    wait_until(lambda: streams.status[0].sent == 1)
    assert (status.name, status.kind, status.message) == ("VMC", "running", "")


def test_an_avatar_driven_by_it_points_its_bones_where_the_joints_are(
    streams: Streams, receiver: OscReceiver
) -> None:
    for number in range(0, 45, 5):
        result = walking(number)
        send_and_wait(streams, receiver, result)
        _, rotations = forward(bones_of(receiver))
        points = -result.poses[0].joints_3d
        for name, (start, end) in ENDS.items():
            wanted = points[INDEX[end]] - points[INDEX[start]]
            drawn = turn(rotations[name], np.array(POINTS[name], float))
            assert drawn == pytest.approx(wanted / np.linalg.norm(wanted), abs=2e-3), name


def test_packets_fit_into_a_network_and_lose_no_message() -> None:
    names = [f"RightLittleIntermediate{k}" for k in range(60)]
    bones: list[Message] = [("/VMC/Ext/Bone/Pos", (name, *[0.5] * 7)) for name in names]
    packets = list(bundles(bones))
    assert len(packets) > 2
    assert max(map(len, packets)) <= PACKET_BYTES
    assert sum(packet.count(b"/VMC/Ext/Bone/Pos") for packet in packets) == 60


def test_with_no_person_there_the_tracking_is_said_to_be_lost(
    streams: Streams, receiver: OscReceiver
) -> None:
    send_and_wait(streams, receiver, FrameResult(make_frame(3), ()))
    assert receiver.of("/VMC/Ext/OK") == [(1, 3, 0, 0)]
    assert receiver.of("/VMC/Ext/Bone/Pos") == []


def test_only_the_main_person_drives_the_avatar(streams: Streams, receiver: OscReceiver) -> None:
    result = walking(0, people=2)
    send_and_wait(streams, receiver, replace(result, main_id=1))
    assert len(bones_of(receiver)) == len(HIERARCHY)
    send_and_wait(streams, receiver, replace(result, main_id=5))
    assert receiver.of("/VMC/Ext/OK")[-1] == (1, 3, 0, 0)


def standing_at(number: int, x_mm: float, person: int) -> FrameResult:
    result = walking(number)
    root = np.array([x_mm, 0, 3000], np.float32)
    return replace(result, poses=(replace(result.poses[0], person_id=person, root=root),))


def test_everybody_is_placed_in_one_room_and_another_source_is_another_room(
    streams: Streams, receiver: OscReceiver
) -> None:
    for result in (
        standing_at(10, 500, 1),
        standing_at(11, 1500, 1),
        standing_at(12, 500, 2),  # found again under another number
        standing_at(0, -700, 1),
        standing_at(1, -200, 1),
    ):
        send_and_wait(streams, receiver, result)
    wait_until(lambda: len(receiver.of("/VMC/Ext/Root/Pos")) == 5)
    places = [message[1] for message in receiver.of("/VMC/Ext/Root/Pos")]
    assert places == pytest.approx([0, -1.0, 0, 0, -0.5])


def test_no_listener_is_said_and_one_that_comes_later_is_heard() -> None:
    port = free_udp_port()
    streams = Streams(StreamOptions(vmc=str(port)))
    numbers = itertools.count()

    def told(sentence: str) -> bool:
        streams.send(walking(next(numbers)))
        return streams.status[0].message == sentence

    wait_until(lambda: told(f"No receiver listens at 127.0.0.1:{port} yet."))
    with OscReceiver(port) as receiver:
        wait_until(lambda: told("") and bool(receiver.of("/VMC/Ext/Bone/Pos")))
    streams.close()


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("nowhere.invalid", 'there is no host called "nowhere.invalid". Trying again.'),
        # The test network of RFC 5737 with the port that a broadcast may not have.
        ("255.255.255.255:9", "VMC cannot be sent to 255.255.255.255:9: permission denied."),
    ],
)
def test_a_host_that_cannot_be_reached_is_a_sentence_and_the_rest_goes_on(
    receiver: OscReceiver, address: str, sentence: str
) -> None:
    bad = Streams(StreamOptions(vmc=address))
    good = Streams(StreamOptions(vmc=str(receiver.port)))
    wait_until(lambda: sentence in bad.status[0].message, 20)
    bad.send(walking(0))
    send_and_wait(good, receiver, walking(0))
    assert bad.status[0].kind == "failed"
    for streams in (bad, good):
        began = time.monotonic()
        streams.close()
        assert time.monotonic() - began < 1


def test_handing_over_waits_for_no_one_and_the_newest_wins(receiver: OscReceiver) -> None:
    sender = VmcSenders([Address("127.0.0.1", receiver.port)])
    results = [walking(number) for number in range(500)]
    began = time.perf_counter()
    for result in results:
        sender.send(result)
    assert (time.perf_counter() - began) / 500 < 0.005
    last = pytest.approx(499 / 30, abs=1e-3)
    wait_until(lambda: receiver.of("/VMC/Ext/T")[-1:] == [(last,)])
    assert len(receiver.of("/VMC/Ext/T")) < 500
    sender.close()


def test_several_people_go_to_ports_of_their_own(receiver: OscReceiver) -> None:
    with OscReceiver() as second, OscReceiver() as third:
        ports = f"{receiver.port}, {second.port},127.0.0.1:{third.port}"
        streams = Streams(StreamOptions(vmc=ports))
        assert [status.name for status in streams.status] == ["VMC"] * 3
        for number in range(4):
            streams.send(walking(number, people=2))
            wait_until(lambda: len(receiver.of("/VMC/Ext/T")) > number)  # noqa: B023
            wait_until(lambda: len(third.of("/VMC/Ext/T")) > number)  # noqa: B023
        for one, tracked in ((receiver, 1), (second, 1), (third, 0)):
            wait_until(lambda: len(one.of("/VMC/Ext/OK")) == 4)  # noqa: B023
            assert {message[3] for message in one.of("/VMC/Ext/OK")} == {tracked}
        wait_until(lambda: len(second.of("/VMC/Ext/Bone/Pos")) == 4 * len(HIERARCHY))
        assert not third.of("/VMC/Ext/Bone/Pos")
        streams.close()


def test_people_keep_their_seats() -> None:
    def seated(*people: int, main: int | None) -> list[int | None]:
        frame = make_frame(0)
        poses = tuple(make_pose(frame, figure(0.0, 260), person_id=k) for k in people)
        found = seats.of(FrameResult(frame, poses, main_id=main))
        return [None if pose is None else pose.person_id for pose in found]

    seats = Seats(3)
    assert seated(4, 7, 9, main=4) == [4, 7, 9]
    assert seated(4, 9, main=4) == [4, None, 9]  # who stays does not move up
    assert seated(4, 9, 11, main=4) == [4, 11, 9]
    assert seated(9, 11, 4, main=9) == [9, 11, 4]  # another main person
    assert seated(4, 11, main=9) == [None, 11, 4]  # out of sight for a moment
    assert seated(4, 11, 12, 9, main=9) == [9, 11, 4]  # there is no fourth seat
    assert seated(main=None) == [None, None, None]


@pytest.mark.parametrize(
    ("addresses", "sentence"),
    [
        ("39540,39540", "127.0.0.1:39540 is there twice: every person needs a port of their own."),
        ("1,2,3,4,5,6,7,8,9", "These are 9 addresses: 8 at most."),
        ("39540,,", None),
        ("39540,here:99999", '"here:99999" is no address: the port must be a number'),
    ],
)
def test_addresses_that_cannot_be_are_a_sentence(addresses: str, sentence: str | None) -> None:
    streams = Streams(StreamOptions(vmc=addresses))
    (status,) = streams.status
    assert status.kind == "failed"
    assert sentence is None or status.message.startswith(sentence)
    streams.close()
