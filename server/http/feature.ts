import type { JobHandlers, NewJob } from '@server/platform/jobs/runner'
import type { Policy } from '@server/platform/access/policies'
import type { Migration } from '@server/platform/migrations/types'
import type { Services } from '@server/platform/services'
import type { CollectionDefinition } from '@server/platform/store/collection'
import type { PageRoute } from './pageRoute'
import type { Route } from './route'

/** The parts of one room that compose.ts mounts. */
export interface Feature {
  collections?: readonly CollectionDefinition<unknown>[]
  policies?: Readonly<Record<string, Policy>>
  routes?: readonly Route[]
  /** Pages for readers without scripts. */
  pages?: readonly PageRoute[]
  jobs?: JobHandlers<Services>
  /** Returns the job that this room has to do each day, the same at every moment of it. */
  daily?: (now: Date) => NewJob
  migrations?: readonly Migration[]
}

export const defineFeature = <F extends Feature>(feature: F): F => feature
