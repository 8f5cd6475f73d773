/** Layout of a store that was filled before layouts were counted. */
export const FIRST_LAYOUT = 1

/** The layout 版式 that this program works on: that of the last migration, see test/unit/compose. */
export const SCHEMA_VERSION = 3
