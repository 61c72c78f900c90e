"""A share of the correction of depth."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from training.__main__ import main
from training.network import build

SMALL = "hourglass-lite-small"


def checkpoint(path: Path, configuration: str = SMALL) -> None:
    torch.manual_seed(1)
    network = build(configuration, 128)
    if configuration == SMALL:
        torch.nn.init.normal_(network.get_parameter("fusion.out.weight"))
        torch.nn.init.normal_(network.get_parameter("fusion.out.bias"))
    torch.save(
        {
            "configuration": configuration,
            "size": 128,
            "stage": 3,
            "step": 7,
            "average": network.state_dict(),
        },
        path,
    )


def depth(path: Path) -> torch.Tensor:
    state = torch.load(path, weights_only=True)
    network = build(SMALL, 128)
    network.load_state_dict(state["average"])
    image = torch.rand(1, 3, 128, 128, generator=torch.Generator().manual_seed(2)) * 255
    with torch.no_grad():
        found: torch.Tensor = network.eval()(image).depth
    return found


def test_depth_goes_a_share_of_the_way_from_the_lifter_to_the_corrected(tmp_path: Path) -> None:
    whole, none, some = (tmp_path / f"{name}.pt" for name in ("whole", "none", "some"))
    checkpoint(whole)
    for share, out in (("0", none), ("0.75", some)):
        assert (
            main(["scale-depth-correction", str(whole), "--share", share, "--out", str(out)]) == 0
        )
    full, lifted = depth(whole), depth(none)
    assert (full - lifted).abs().max() > 0.1
    torch.testing.assert_close(depth(some), lifted + 0.75 * (full - lifted))


def test_what_cannot_be_tempered_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, other, out = (tmp_path / f"{name}.pt" for name in ("good", "other", "out"))
    checkpoint(good)
    checkpoint(other, "hourglass-2x256")
    for path, share, says in (
        (good, "1.5", "between 0 and 1"),
        (other, "0.5", "has no lifter"),
        (tmp_path / "absent.pt", "0.5", "no checkpoint"),
    ):
        assert main(["temper", str(path), "--share", share, "--out", str(out)]) == 2
        assert says in capsys.readouterr().err
    assert not out.exists()
