"""Participatory budgets: which projects are funded, exactly, and why each other project is not.

The table of contents is `methods/README.md`. Import from the files: `count.count` counts by any rule, `rule.Rule`
says which, `outcome.Outcome` is what comes back. Importing this package loads nothing.
"""
