"""The same with unittest: one server for a class, a world of its own for each test."""

from typing import ClassVar
from unittest import TestCase

from answers import Refused
from dialler import Dialler, Record
from mock_isales.testing import C2Auth, MockIsales


class DiallerTests(TestCase):
    isales: ClassVar[MockIsales]

    @classmethod
    def setUpClass(cls) -> None:
        cls.isales = cls.enterClassContext(MockIsales())

    def setUp(self) -> None:
        self.world = self.isales.control.make_world(self.id())
        self.addCleanup(self.world.end)
        self.world.clock.freeze()
        dialler = Dialler(self.world.url, vdn=1, campaign=1, authorization="any", pause=self.world.clock.advance)
        self.dialler = self.enterContext(dialler)

    def test_calls_keep_the_pace(self) -> None:
        self.dialler.add([Record("42", ["88888888"])])
        self.dialler.add([Record("43", ["66666666"])])
        self.assertEqual(self.world.journal.count(result_code="0200022"), 0)

    def test_a_full_campaign_takes_no_more(self) -> None:
        self.world.campaign(1, 1).change(pending=200_000)
        with self.assertRaisesRegex(Refused, "0200020"):
            self.dialler.add([Record("42", ["88888888"])])
        self.assertEqual(self.dialler.accepted, 0)


class SignedCallTests(TestCase):
    def test_calls_are_signed(self) -> None:
        isales = self.enterContext(MockIsales(auth="c2", access_keys=["demo:secret"]))
        with Dialler(isales.url, vdn=1, campaign=1, authorization=C2Auth("demo", "secret")) as dialler:
            dialler.add([Record("42", ["88888888"])])
        self.assertEqual(dialler.accepted, 1)
