"""The pages `/docs` and `/_mock/docs`: Swagger UI from a Python package, with no network, ready for "Try it out"."""

from string import Template

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

ASSETS = "/docs/assets"

_PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>mock-isales: $subject</title>
<link rel="stylesheet" href="docs/assets/swagger-ui.css">
<link rel="icon" href="docs/assets/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="docs/assets/swagger-ui-bundle.js"></script>
<script>
const ui = SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  persistAuthorization: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  onComplete: () => { $once_shown },
});
</script>
</body>
</html>
""")

SHOWS_WHO_CALLS = 'ui.preauthorizeApiKey("C2", "try-it-out");'
"""Lets "Try it out" work as it stands where any Authorization is taken."""


def install(app: FastAPI, subject: str, once_shown: str = "") -> None:
    """Serve the page of an app. Its addresses are relative: they hold behind a mapped port or a path prefix.

    Args:
        app: Whose document is shown.
        subject: What it is about.
        once_shown: What the page does then, in JavaScript.
    """
    page = _PAGE.substitute(subject=subject, once_shown=once_shown)

    @app.api_route("/docs", methods=["GET", "HEAD"], include_in_schema=False)
    async def docs() -> HTMLResponse:
        return HTMLResponse(page)

    app.mount(ASSETS, StaticFiles(packages=[("fastapi_swagger", "resources")]), name="docs-assets")
