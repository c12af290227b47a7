"""Participatory budgets: which projects are funded, exactly, and why each other project is not.

Import from the files: `count.count` counts by any rule, `rule.Rule` says which, `outcome.Outcome` is what
comes back. `methods/README.md` is the full table of contents. Importing this package loads nothing else.
"""
