"""Access keys: who may call."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AccessKey:
    """An access key and its secret.

    Attributes:
        ak: Its public name, which stands in the token.
        sk: The secret that signs.
        vdns: The VDNs that it may call for; None for all.
    """

    ak: str
    sk: str = field(repr=False)
    vdns: frozenset[int] | None = None

    def may_call_for(self, vdn: int) -> bool:
        """Whether calls for a VDN may be signed with it."""
        return self.vdns is None or vdn in self.vdns
