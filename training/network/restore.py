"""Weights out of an exported .onnx, back into the module that it was exported from.

The exporter keeps the names of parameters, folds every batch norm into the convolution or linear
layer before it, and stores large kernels in half precision. A norm that was folded away comes back
as one that changes nothing but adds the bias; `settle_norms` then gives all of them the statistics
of real images, so that the network computes the same and can be trained on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from engines.half import fold_weight_casts
from posecam.errors import PosecamError
from training.network import Network, build

_PREFIX = "network."
_Norm = nn.BatchNorm1d | nn.BatchNorm2d


def restore(path: Path) -> tuple[Network, str]:
    """The network of an .onnx that `export` wrote, in evaluation mode, and its configuration.

    Raises:
        PosecamError: it cannot be read, or is none of ours in floating point.
    """
    try:
        model = fold_weight_casts(onnx.load(str(path)))
    except Exception as error:
        raise PosecamError(f"{path} cannot be read as a network ({error}).") from error
    metadata = {entry.key: entry.value for entry in model.metadata_props}
    try:
        keypoints = len(json.loads(metadata["joint_names"]))
        size = int(json.loads(metadata["input_size"])[0])
        configuration = metadata["configuration"]
    except (KeyError, ValueError, IndexError, TypeError) as error:
        raise PosecamError(
            f"{path} does not say which of our networks it is ({error!r})."
        ) from error
    network = build(configuration, size, keypoints).eval()
    found = _weights(model)
    state = network.state_dict()
    folded = _folded_norms(network)
    for name in state:
        if name.startswith("decoder.") or name.endswith("num_batches_tracked"):
            continue
        layer, _, kind = name.rpartition(".")
        if layer in folded:
            norm = network.get_submodule(layer)
            assert isinstance(norm, _Norm)
            state[name] = _identity(kind, norm, found.get(f"{folded[layer]}.weight_bias"))
        elif name in found:
            values = found[name]
            if values.shape != state[name].shape:
                raise PosecamError(
                    f"{path}: {name} has shape {tuple(values.shape)}, {configuration} has "
                    f"{tuple(state[name].shape)}."
                )
            state[name] = values
        elif not _may_lack(name):
            raise PosecamError(f"{path} has no {name}: it is no {configuration} of ours.")
    network.load_state_dict(state)
    return network, configuration


def _weights(model: onnx.ModelProto) -> dict[str, Tensor]:
    """Stored tensors by the names that the module has for them."""
    out: dict[str, Tensor] = {}
    for tensor in model.graph.initializer:
        values = torch.from_numpy(np.array(numpy_helper.to_array(tensor)))
        if values.is_floating_point():
            out[tensor.name.removeprefix(_PREFIX)] = values.float()
    # A linear layer on more than two dimensions is a product and a sum, its kernel transposed and
    # without a name.
    products = {node.output[0]: node for node in model.graph.node if node.op_type == "MatMul"}
    for node in model.graph.node:
        if node.op_type != "Add":
            continue
        for bias, product in (node.input[:], node.input[::-1]):
            kernel = products[product].input[1] if product in products else ""
            if bias.startswith(_PREFIX) and bias.endswith(".bias") and kernel in out:
                name = bias.removeprefix(_PREFIX).removesuffix("bias") + "weight"
                out[name] = out[kernel].T.contiguous()
    return out


def _folded_norms(network: nn.Module) -> dict[str, str]:
    """Every batch norm by name, and the layer before it, into which it was folded."""
    out = {}
    for name, module in network.named_modules():
        if not isinstance(module, nn.Sequential):
            continue
        before = ""
        for key, child in module.named_children():
            full = f"{name}.{key}"
            if isinstance(child, _Norm):
                out[full] = before
            before = full
    return out


def _identity(kind: str, norm: _Norm, bias: Tensor | None) -> Tensor:
    """What makes the norm add `bias` and change nothing else."""
    channels = norm.num_features
    if kind == "weight":
        return torch.ones(channels)
    if kind == "running_var":
        return torch.full((channels,), 1 - norm.eps)
    if kind == "bias" and bias is not None:
        return bias
    return torch.zeros(channels)


def _may_lack(name: str) -> bool:
    """Parts of later networks than the first sixteen-keypoint ones."""
    return name.startswith("up.") or ".spread." in name


def hold_norms(network: nn.Module) -> None:
    """Let norms use the statistics that they have, and keep them; gain and bias still learn."""
    for module in network.modules():
        if isinstance(module, _Norm):
            module.eval()


@torch.no_grad()
def settle_norms(network: nn.Module, images: Iterable[Tensor]) -> None:
    """Give every norm the statistics of these images; what the network computes stays as it is.

    Without that, a norm that came back as an identity would change everything as soon as it takes
    its statistics from a batch.
    """
    sums: dict[str, list[Tensor]] = {}
    norms = {n: m for n, m in network.named_modules() if isinstance(m, _Norm)}

    def watch(name: str) -> torch.utils.hooks.RemovableHandle:
        def see(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            flat = given[0].detach().double().transpose(0, 1).flatten(1)
            part = [torch.tensor(float(flat.shape[1])), flat.sum(1), flat.square().sum(1)]
            before = sums.get(name)
            sums[name] = (
                part if before is None else [a + b for a, b in zip(before, part, strict=True)]
            )

        return norms[name].register_forward_pre_hook(see)

    training = network.training
    network.eval()
    hooks = [watch(name) for name in norms]
    try:
        for batch in images:
            network(batch)
    finally:
        for hook in hooks:
            hook.remove()
        network.train(training)
    for name, (count, total, squares) in sums.items():
        norm = norms[name]
        assert norm.running_mean is not None
        assert norm.running_var is not None
        mean = (total / count).float()
        var = (squares / count - (total / count) ** 2).clamp_min(0).float()
        gain = norm.weight / (norm.running_var + norm.eps).sqrt()
        norm.bias.add_(gain * (mean - norm.running_mean))
        norm.weight.copy_(gain * (var + norm.eps).sqrt())
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(var)
