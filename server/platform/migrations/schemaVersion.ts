import { MIGRATIONS } from '@server/migrations'

/** Layout of a store that was filled before layouts were counted. */
export const FIRST_LAYOUT = 1

/** The layout 版式 that this program works on. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.to ?? FIRST_LAYOUT
