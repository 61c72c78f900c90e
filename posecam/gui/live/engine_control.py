"""Which engine runs the network: builds a better one, changes it when asked, loads it again."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from posecam.gui.live.status_line import StatusLine
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.translation import tr
from posecam.live.engine_choice import EngineChooser
from posecam.live.pipeline import Pipeline
from posecam.live.quality import USUAL_RATE
from posecam.live.status import PipelineStatus

#: Frames a second beyond which a source does not say what it gives.
_FASTEST_RATE: Final = 240


class EngineControl:
    """Between the pipeline's engines, the status line and the notice bar.

    Args:
        chooser: makes the engines; None where the estimator brings one that cannot be changed.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        chooser: EngineChooser | None,
        notice: NoticeBar,
        line: StatusLine,
    ) -> None:
        self._pipeline, self.chooser, self._notice, self._line = pipeline, chooser, notice, line
        self._looked_for_better = False
        self._asked = False
        self._told = ""
        line.cancel_asked.connect(self._cancel)

    def choose(self, backend: str, precision: str) -> None:
        """Run the network another way from now on; until that is ready the present one goes on."""
        if self.chooser is None or (backend, precision) == self.chooser.wanted:
            return
        self.chooser.choose(backend, precision)
        self._start()

    def choose_quality(self, quality: str) -> None:
        """Run another network from now on; until it is ready the present one goes on."""
        if self.chooser is None or quality == self.chooser.quality or not self.chooser.qualities:
            return
        self.chooser.choose_quality(quality)
        self._start()

    def _start(self) -> None:
        """Load what is chosen."""
        if self.chooser is None:
            return
        self._told = ""
        self._notice.hide()
        if self._pipeline.status().engine.kind == "failed":
            self._pipeline.retry()
        else:
            self._asked = self._looked_for_better = True
            self._pipeline.switch_engine(self.chooser.load)

    def _cancel(self) -> None:
        self._asked = False
        self._pipeline.cancel_switch()

    def _retry(self) -> None:
        self._told = ""
        self._pipeline.retry()

    def refresh(self, status: PipelineStatus) -> None:
        """Look for something better once an engine runs; tell what the person should know."""
        engine, switch = status.engine, status.switch
        if engine.kind == "ready" and not self._looked_for_better and self.chooser is not None:
            self._looked_for_better = True
            self._pipeline.switch_engine(self.chooser.better)
        if engine.kind == "ready" and self.chooser is not None and self.chooser.hold(_rate(status)):
            self._pipeline.switch_engine(self.chooser.load)
        if switch.kind != "working":
            self._asked = False
        # Looking whether there is something to build is no news; building is.
        news = switch.kind == "working" and (self._asked or not math.isnan(switch.progress))
        self._line.show_building(switch.progress if news else None)
        if engine.kind == "failed":
            self._report(engine.message, self._retry)
        elif switch.kind == "failed":
            self._report(switch.message, self._start)
        elif engine.note:
            self._report(engine.note)
        elif engine.kind == "ready" and self.chooser is not None and self.chooser.note:
            self._report(self.chooser.note)

    def _report(self, sentence: str, again: Callable[[], None] | None = None) -> None:
        """Say something once, with a button where trying again may help."""
        if sentence != self._told:
            self._told = sentence
            self._notice.say(sentence, tr("Try again") if again else "", again, alarm=True)


def _rate(status: PipelineStatus) -> float:
    """Frames a second that the source says it gives; the usual ones where that cannot be."""
    info = status.capture.info if status.capture is not None else None
    rate = round(info.nominal_fps) if info is not None else 0
    return float(rate) if 1 <= rate <= _FASTEST_RATE else USUAL_RATE
