"""The 20-record call as one would write it with SQLModel: FastAPI, a Session, `add_all` and `commit`; SQLite in WAL.

python add_all.py PORT DATABASE
"""

import itertools
import sys
from typing import Annotated

import uvicorn
from fastapi import FastAPI, Request, Response
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic import Field as Limited
from sqlalchemy import Engine, UniqueConstraint, event
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, create_engine

OK = '"resultCode":"0200000","resultDesc":"create data succeeded","returnDesc":"create data succeeded"'
BAD = (
    b'{"returnCode":"0200001","resultCode":"0200001","resultDesc":"parameter invalid","returnDesc":"parameter invalid"}'
)


class Called(BaseModel):
    """A called number."""

    calledNo: Annotated[str, Limited(pattern="^[0-9]+$", max_length=32)]  # noqa: N815 - the document's names


class Record(BaseModel):
    """An outbound record."""

    sessionId: Annotated[str, Limited(max_length=32)]  # noqa: N815
    called: Annotated[list[Called], Limited(min_length=1)]
    priority: str = "1"
    callData: Annotated[str | None, Limited(max_length=1024)] = None  # noqa: N815


class Body(BaseModel):
    """The body of a call."""

    callDataList: Annotated[list[Record], Limited(min_length=1, max_length=20)]  # noqa: N815


class CallData(SQLModel, table=True):
    """A record as it is kept."""

    __table_args__ = (UniqueConstraint("campaign", "called"), UniqueConstraint("campaign", "session"))
    data_id: int = Field(primary_key=True)
    campaign: int
    session: str
    called: str
    priority: str
    call_data: str | None


def engine_of(database: str) -> Engine:
    """The engine of a database file, whose commits survive a crash of the process."""
    engine = create_engine(f"sqlite:///{database}", connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def wal(connection: object, _: object) -> None:
        connection.execute("pragma journal_mode=wal")  # type: ignore[attr-defined]
        connection.execute("pragma synchronous=normal")  # type: ignore[attr-defined]

    SQLModel.metadata.create_all(engine)
    return engine


def app_of(engine: Engine) -> FastAPI:
    """The application over a database."""
    app, bodies, ids = FastAPI(), TypeAdapter(Body), itertools.count(1_800_000_000_000_000_000)

    @app.get("/")
    async def root() -> dict[str, str]:
        return {}

    @app.post("/rest/isales/v2/openapi/campaigns/1/calldata/{campaign}")
    async def add(campaign: int, request: Request) -> Response:
        try:
            body = bodies.validate_json(await request.body())
        except ValidationError:
            return Response(BAD, media_type="application/json")
        rows = [
            CallData(
                data_id=next(ids),
                campaign=campaign,
                session=each.sessionId,
                called=each.called[0].calledNo,
                priority=each.priority,
                call_data=each.callData,
            )
            for each in body.callDataList
        ]
        listed = ",".join(f'{{"called":"{row.called}","dataId":"{row.data_id}"}}' for row in rows)
        with Session(engine) as session:
            session.add_all(rows)
            try:
                session.commit()
            except IntegrityError:
                return Response(BAD, media_type="application/json")
        stored = f'"returnObject":{{"totalSize":{len(rows)},"dataIdList":[{listed}]}}'
        return Response(f'{{"returnCode":"0200000",{stored},{OK}}}'.encode(), media_type="application/json")

    return app


if __name__ == "__main__":
    uvicorn.run(
        app_of(engine_of(sys.argv[2])), host="127.0.0.1", port=int(sys.argv[1]), log_level="error", access_log=False
    )
