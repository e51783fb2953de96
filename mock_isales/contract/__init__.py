"""What the two documents say: codes, clauses, readings, fields, and the rules that stand for the clauses.

Pure: nothing here knows a clock, a store or HTTP.
"""
