"""The contact centre being imitated: worlds, campaigns, identifiers, decisions, seeds, and the stores behind them."""
