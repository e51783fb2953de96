"""The seed that a server starts with when no other is given: one VDN, and a campaign for each thing worth seeing.

It is not a seed file: what starts most often does not wait for a reader of YAML.
"""

from mock_isales.engine.seeds import Seed

_DEMO = {
    "vdns": [
        {
            "id": 1,
            "blocklist": ["13900000000"],  # an outbound number that is refused with 0200024
            "provisioned_numbers": ["4001"],  # the only calling number allowed under `--setting deployment=saas`
            "campaigns": [
                # It takes whatever the documents' samples send.
                {"id": 1, "name": "Demo", "calling_numbers": [{"access_code": "10086", "priority": 1}]},
                # It is over: an outbound number is refused with 0200019.
                {"id": 2, "name": "Completed", "state": "completed"},
                # It drives an IVR flow: callData that is not JSON is refused with 0200001.
                {"id": 3, "name": "Intelligent IVR", "device_type": "intelligent_ivr"},
                # A called number without its type is refused with 02000001.
                {"id": 4, "name": "Contact policy", "result_policy": "contact"},
                # 10 more outbound numbers fit in, 11 are refused with 0200020.
                {"id": 5, "name": "Nearly full", "pending": 199_990},
            ],
        }
    ]
}


def demo_seed() -> Seed:
    """The seed."""
    return Seed.model_validate(_DEMO)
