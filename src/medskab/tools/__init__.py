"""Tools that know no noun of the domain: jobs, post, sealing."""
