"""Views: what a world holds, in the form in which it is shown, set and put into snapshots."""
