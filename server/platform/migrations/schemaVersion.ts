/** Schema version of a store filled before versions were stored. */
export const FIRST_LAYOUT = 1

/** The schema version 版式 that this program requires: that of the last migration, see test/unit/compose. */
export const SCHEMA_VERSION = 11
