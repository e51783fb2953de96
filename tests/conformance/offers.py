"""What a server is started with: edition, readings, settings, whom it lets in. The default one has none of it."""

from dataclasses import dataclass

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Offer:
    readings: Pairs = ()
    settings: Pairs = ()
    edition: str = ""
    auth: str = ""  # what it asks of Authorization
    access_keys: tuple[str, ...] = ()  # beside those of the seed

    def __str__(self) -> str:
        edition = [f"edition={self.edition}"] if self.edition else []
        auth = [f"auth={self.auth}"] if self.auth else []
        return ", ".join(edition + auth + [f"{name}={value}" for name, value in self.readings + self.settings])

    def arguments(self) -> list[str]:
        edition = ["--edition", self.edition] if self.edition else []
        readings = [part for name, value in self.readings for part in ("--reading", f"{name}={value}")]
        settings = [part for name, value in self.settings for part in ("--setting", f"{name}={value}")]
        auth = ["--auth", self.auth] if self.auth else []
        access_keys = [part for key in self.access_keys for part in ("--access-key", key)]
        return edition + readings + settings + auth + access_keys


DEFAULT = Offer()


def reading(name: str, value: str, *settings: tuple[str, str]) -> Offer:
    return Offer(readings=((name, value),), settings=settings)


def setting(name: str, value: str, *more: tuple[str, str]) -> Offer:
    return Offer(settings=((name, value), *more))
