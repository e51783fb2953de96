"""The two parameters in the path, which both documents describe alike (Table 1).

Both are mandatory: an address without them is another address.
"""

from mock_isales.contract.clauses import Document, Standing
from mock_isales.contract.scalars import PathInteger
from mock_isales.contract.text import Text

SECTION = "Table 1 Parameters in the URL"


def vdn_field(document: Document) -> PathInteger:
    """`vdnId`, as a document has it."""
    return PathInteger(
        document=document,
        section=SECTION,
        name="vdnId",
        attribute="vdn",
        meaning=Text("ID of the virtual contact centre (VDN).", "虚拟呼叫中心（VDN）ID。"),
        low=1,
        high=9999,
        example=1,
    )


def campaign_field(document: Document) -> PathInteger:
    """`campaignId`, as a document has it: it names no range, and no campaign has an id below 1."""
    return PathInteger(
        document=document,
        section=SECTION,
        name="campaignId",
        attribute="campaign",
        meaning=Text("ID of an outbound campaign.", "外呼活动ID。"),
        low=1,
        high=None,
        range_standing=Standing.INFERRED,
        example=1,
    )
