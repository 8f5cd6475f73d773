import type { Connection, Mongoose } from 'mongoose'

/** What mongoose asked the database for: collection, filter, options. */
export interface Asked {
  collection: string
  method: string
  filter: Record<string, unknown>
  sort: Record<string, 1 | -1> | null
}

/** Notes every query of mongoose from now on, until `stop`; `take` gives what has come since the last time. */
export function watchQueries(mongoose: Mongoose): { take(): Asked[]; stop(): void } {
  let asked: Asked[] = []
  mongoose.set('debug', (collection: string, method: string, ...args: unknown[]) => {
    const [first, second] = args
    const filter = (method === 'distinct' ? second : first) as Asked['filter']
    const sort = method === 'find' ? ((second as { sort?: Asked['sort'] } | undefined)?.sort ?? null) : null
    asked.push({ collection, method, filter, sort })
  })
  return {
    take: () => asked.splice(0),
    stop: () => {
      asked = []
      mongoose.set('debug', false)
    },
  }
}

/** Every stage of a winning plan, outermost first. */
function stagesOf(plan: unknown): string[] {
  if (typeof plan !== 'object' || plan === null) return []
  const stage = 'stage' in plan && typeof plan.stage === 'string' ? [plan.stage] : []
  return [
    ...stage,
    ...Object.values(plan).flatMap(value =>
      Array.isArray(value) ? value.flatMap(stagesOf) : stagesOf(value),
    ),
  ]
}

/** The stages by which the database answers a query. */
export async function planOf(connection: Connection, { collection, filter, sort }: Asked): Promise<string[]> {
  const cursor = connection.collection(collection).find(filter)
  const explained: unknown = await (sort ? cursor.sort(sort) : cursor).explain('queryPlanner')
  return stagesOf((explained as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan)
}

/** One row by its id, whatever else the filter asks of it: the Python engine takes it at once, but reports a scan. */
export const byId = ({ filter }: Asked): boolean => typeof filter._id === 'string'

/** An index is walked, and nothing is scanned. */
export const byIndex = (stages: readonly string[]): boolean =>
  !stages.includes('COLLSCAN') && stages.some(stage => /IXSCAN|IDHACK|EXPRESS/.test(stage))
