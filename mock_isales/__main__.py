"""`python -m mock_isales` is `mock-isales`."""

from mock_isales.cli import main

main()
