"""Where a report was filed is not told; what happened is, to the letter."""

import pytest

from digest.stories.datelines import without_dateline


@pytest.mark.parametrize(
    "dateline",
    [
        "ALMA - ",
        "ALMA — ",
        "ALMA -- ",
        "PORT AMBER, Vellmark — ",
        "PORT AMBER, 31 January (Coast Wire) — ",
        "PORT AMBER, Jan. 31 (Coast Wire) -- ",
        "ST. BRIDE'S (CW) - ",
        "ALMA/CALDMOOR (Coast Wire) - ",
        "Alma (Coast Wire) – ",
        "Port Amber, March 3 (Coast Wire) - ",
        "ÅSMUND-ØY – ",
    ],
)
@pytest.mark.parametrize(
    "rest",
    ["Six boats burnt in the harbour of the old town before dawn.", "“We saw flames,” said Ada Alm of the coastguard."],
)
def test_a_dateline_is_not_told(dateline, rest):
    assert without_dateline(dateline + rest) == rest


@pytest.mark.parametrize(
    "text",
    [
        "NATO-led troops left the town of Alma on Friday.",
        "The US - Iran talks were put off.",
        "Ada Alm - the mayor of Alma - said no.",
        "Alma (population 4,000) - a town on the Sella - is flooded.",
        "UN - the body that runs the camp - left it.",
        "ALMA - ",
        "FIRE AT THE HARBOUR - SIX BOATS",
        "A-1 is closed.",
        "",
    ],
)
def test_what_is_no_dateline_stays(text):
    assert without_dateline(text) == text
