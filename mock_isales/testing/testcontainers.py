"""A double in a container, for Testcontainers: `pip install 'mock-isales[testcontainers]'`.

In use:

    with MockIsalesContainer(settings={"pace_interval": 2}) as isales:
        client_under_test(isales.url)
        assert isales.control.world().journal.count() == 1
"""

from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory
from typing import Any, Self, Unpack

import httpx

from mock_isales import __version__
from mock_isales.testing.blocking.control import Control
from mock_isales.testing.container_said import PORT, SEED_FILE, check, seed_of, variables
from mock_isales.testing.server_said import ServerSaid

try:
    from testcontainers.core.container import DockerContainer

    from mock_isales.testing.container_waiting import Readiness
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(f"{error}: pip install 'mock-isales[testcontainers]'") from error

DEFAULT_IMAGE = f"mock-isales:{__version__}"


class MockIsalesContainer(DockerContainer):
    """A double in a container, from the beginning of a `with` block, or `start`, to its end, or `stop`.

    Args:
        image: Its image.
        said: What it is told, by the keywords of `MockIsales`, but for where it listens and files of certificates. A
            seed is copied to /seed.yaml in it.

    Attributes:
        control_token: What /_mock asks for; None if it was told `off`. It is made up, if none is said.
        control: Sets up, sees and provokes what a test needs; `control.world()` is the default world.
        ca: The file with the authority that clients are to trust, in PEM; None without TLS.

    Raises:
        BadArgument: What is said is wrong, or is not for a container.
        docker.errors.DockerException: There is no engine.
    """

    control: Control

    def __init__(self, image: str = DEFAULT_IMAGE, **said: Unpack[ServerSaid]) -> None:
        check(said)
        seed = seed_of(said)
        super().__init__(image)
        token = said.get("control_token") or token_urlsafe()
        self.control_token = None if token == "off" else token  # noqa: S105 - it says that there is none
        self.ca: Path | None = None
        self._scheme = "https" if said.get("tls") else "http"
        self._folder: TemporaryDirectory[str] | None = None
        self.with_envs(**variables({**said, "control_token": token}))
        self.with_exposed_ports(PORT)
        self.waiting_for(Readiness(PORT, self._scheme))
        if seed is not None:
            self.with_copy_into_container(seed, SEED_FILE)

    @property
    def url(self) -> str:
        """Its address, as the machine calls it that the test runs on; that of its default world."""
        return f"{self._scheme}://{self.get_container_host_ip()}:{self.get_exposed_port(PORT)}"

    def start(self) -> Self:
        """Start it; it accepts calls then. After an exception nothing is left of it.

        Raises:
            CannotStart: Its container has ended; the message has what it said.
            TimeoutError: It is not ready in time.
        """
        try:
            super().start()
            if self._scheme == "https":
                self.ca = self._authority()
            self.control = Control(self.url, token=self.control_token, ca=self.ca)
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as the class above has it
        """End it, with all that it holds."""
        if "control" in vars(self):
            self.control.close()
        if self._folder is not None:
            self._folder.cleanup()
        super().stop(*args, **kwargs)

    def _configure(self) -> None:
        """Have its certificate made for the name that it is called by, where that is known before it is there."""
        if self._scheme == "https":
            names = [self.env.get("MOCK_ISALES_TLS_NAME"), self.get_docker_client().host()]
            self.with_env("MOCK_ISALES_TLS_NAME", ",".join(name for name in names if name))

    def _authority(self) -> Path:
        """Write the authority to a file, as the double hands it out."""
        answer = httpx.get(f"{self.url}/_mock/ca.pem", verify=False, trust_env=False)  # noqa: S501 - it says whom to trust
        self._folder = TemporaryDirectory(prefix="mock-isales-")
        file = Path(self._folder.name, "ca.pem")
        file.write_bytes(answer.raise_for_status().content)
        return file
