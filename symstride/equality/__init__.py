"""Are two networks equal?  Decided by running both over another number system; see ``deciding.equal``."""
