"""The documented wire: routes, headers, authorization, envelopes. Thin."""
