"""What of a list was looked at, in words. Entries are counted from 1."""

from mock_isales.contract.text import Text


def fine(name: str, last: int) -> Text:
    """The entries before the one that was refused."""
    if last == 1:
        return Text(f"Entry 1 of {name} is fine as a whole.", f"{name}的第1个元素完全符合要求。")
    return Text(f"Entries 1 to {last} of {name} are fine as wholes.", f"{name}的第1~{last}个元素完全符合要求。")


def fine_for_rule(name: str, last: int) -> Text:
    """The same, for a rule that looks at one thing in each."""
    if last == 1:
        return Text(f"By this clause, entry 1 of {name} is fine.", f"就本条款而言，{name}的第1个元素符合要求。")
    return Text(
        f"By this clause, entries 1 to {last} of {name} are fine.", f"就本条款而言，{name}的第1~{last}个元素符合要求。"
    )


def later_fields(name: str, position: int, fields: list[str]) -> Text:
    """The fields behind the one that was refused."""
    listed = ", ".join(fields)
    return Text(
        f"Of entry {position} of {name}, not looked at any more: {listed}.",
        f"{name}的第{position}个元素中，以下字段未再检查：{'、'.join(fields)}。",
    )


def later_entries(name: str, first: int, last: int) -> Text:
    """The entries behind the one that was refused."""
    if first == last:
        return Text(f"Entry {last} of {name} was not looked at any more.", f"{name}的第{last}个元素未再检查。")
    return Text(
        f"Entries {first} to {last} of {name} were not looked at any more.",
        f"{name}的第{first}~{last}个元素未再检查。",
    )


def later_for_rule(name: str, first: int, last: int) -> Text:
    """The same, for a rule that tells of the first that it finds."""
    if first == last:
        return Text(
            f"Entry {last} of {name} may depart from this clause, too.", f"{name}的第{last}个元素也可能不符合本条款。"
        )
    return Text(
        f"Entries {first} to {last} of {name} may depart from this clause, too.",
        f"{name}的第{first}~{last}个元素也可能不符合本条款。",
    )
