import { MIGRATIONS } from '@server/migrations'

/** Schema version of a store filled before versions were stored. */
export const FIRST_LAYOUT = 1

/** The schema version 版式 that this program requires. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.to ?? FIRST_LAYOUT
