"""What a server is started with: its edition, its readings, its settings. The default one has none."""

from dataclasses import dataclass

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Offer:
    readings: Pairs = ()
    settings: Pairs = ()
    edition: str = ""

    def __str__(self) -> str:
        edition = [f"edition={self.edition}"] if self.edition else []
        return ", ".join(edition + [f"{name}={value}" for name, value in self.readings + self.settings])

    def arguments(self) -> list[str]:
        edition = ["--edition", self.edition] if self.edition else []
        readings = [part for name, value in self.readings for part in ("--reading", f"{name}={value}")]
        settings = [part for name, value in self.settings for part in ("--setting", f"{name}={value}")]
        return edition + readings + settings


DEFAULT = Offer()


def reading(name: str, value: str, *settings: tuple[str, str]) -> Offer:
    return Offer(readings=((name, value),), settings=settings)


def setting(name: str, value: str, *more: tuple[str, str]) -> Offer:
    return Offer(settings=((name, value), *more))
