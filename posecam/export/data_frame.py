"""A session as a pandas table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from posecam.errors import PosecamError
from posecam.export.csv_file import joint_columns
from posecam.export.options import Options, Order
from posecam.session import Session

if TYPE_CHECKING:
    import pandas as pd


def to_dataframe(session: Session, order: Order = "mpii") -> pd.DataFrame:
    """The main person of each frame: the columns of the CSV, the frame's number as index.

    Raises:
        PosecamError: pandas is not installed.
        SessionError: there is no such order of joints.
    """
    options = Options(order)
    try:
        import pandas as pd
    except ImportError as error:
        raise PosecamError(
            'A table needs pandas, which is not installed: pip install "posecam[pandas]" brings it.'
        ) from error
    joints = np.concatenate(
        [
            options.ordered(session.joints_2d),
            options.ordered(session.joints_3d),
            options.ordered_scores(session.scores)[..., None],
        ],
        axis=2,
    )
    numbers = np.concatenate([joints.reshape(len(session), -1), session.roots], axis=1)
    table = pd.DataFrame(
        numbers,
        index=pd.Index(session.frame_ids, name="frame"),
        columns=joint_columns(options.names_of(session.joint_names)),
    )
    main = session.main_rows
    person = pd.array([None] * len(session), dtype="Int64")
    person[main >= 0] = session.people.ids[main[main >= 0]]
    table.insert(0, "person", pd.Series(person, index=table.index))
    table.insert(0, "time_s", session.times)
    return table
