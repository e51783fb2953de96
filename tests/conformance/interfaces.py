"""The two interfaces as their documents describe them from outside: address, codes, texts, shape of the answer."""

from dataclasses import dataclass

VALIDATION_CODES = frozenset(
    {
        "02000001",
        "02000002",
        "02000003",
        "02000004",
        "02000005",
        "02000006",
        "02000007",
        "02000008",
        "02000009",
        "02000010",
        "02000011",
    }
)


@dataclass(frozen=True)
class Interface:
    name: str
    path: str
    codes: frozenset[str]  # what its error table lists
    success_text: str
    success_keys: tuple[str, ...]
    refusal_keys: tuple[str, ...]

    def clause(self, name: str) -> str:
        return f"{self.name}-{name}"


CN = Interface(
    name="CN",
    path="/rest/isales/v1/openapi/campaigns/{vdn}/callerNo/{campaign}",
    codes=frozenset({"0200001", "0200007"}) | VALIDATION_CODES,
    success_text="create callerNo success",
    success_keys=("resultCode", "resultDesc", "returnCode", "returnDesc"),
    refusal_keys=("resultCode", "resultDesc", "returnCode", "returnDesc"),
)

ON = Interface(
    name="ON",
    path="/rest/isales/v2/openapi/campaigns/{vdn}/calldata/{campaign}",
    codes=frozenset(
        {
            "0200001",
            "0200006",
            "0200007",
            "0200018",
            "0200019",
            "0200020",
            "0200022",
            "0200024",
            "0200029",
            "0200030",
        }
    )
    | VALIDATION_CODES,
    success_text="create data succeeded",
    success_keys=("returnCode", "returnObject", "resultCode", "resultDesc", "returnDesc"),
    refusal_keys=("returnCode", "resultCode", "resultDesc", "returnDesc"),
)

BOTH = (CN, ON)


def of_clause(clause: str) -> Interface:
    return CN if clause.startswith("CN-") else ON
