import { trusted } from 'mongoose'
import retention from '@shared/facts/people/storeRetention.json'
import type { Db } from '@server/platform/store/db'
import { type CommandModule, readArguments, UsageError } from '../../command'
import { printLine } from '../../io'
import { withStore } from '../../withStore'

const DAY_SECONDS = 86_400
/** Rows go within a day of the end of their time: databases and jobs look for them now and then. */
const PATIENCE_SECONDS = DAY_SECONDS

/** What is still there although its time is over; `rows`: all of the collection. */
interface Line {
  collection: string
  what: string
  days: number
  rows: number
  overdue: number
}

type Rule = Pick<(typeof retention.expiring)[number], 'collection' | 'field' | 'what' | 'seconds'>

/** Rows of a collection that is cleared keep their place; those that still name somebody count. */
const NAMING: Record<string, object> = {
  residencyClaims: { live: false, person: trusted({ $gt: '' }) },
}

async function lineOf(db: Db, now: Date, { collection, field, what, seconds }: Rule): Promise<Line> {
  const rows = db.connection.collection(collection)
  const before = new Date(now.getTime() - (seconds + PATIENCE_SECONDS) * 1000)
  return {
    collection,
    what,
    days: Math.round((seconds / DAY_SECONDS) * 100) / 100,
    rows: await rows.countDocuments({}),
    overdue: await rows.countDocuments({ ...NAMING[collection], [field]: { $lt: before } }),
  }
}

const textOf = ({ what, days, rows, overdue }: Line): string =>
  `${overdue === 0 ? '正常' : '过期'}  ${what}：${days === 0 ? '到期就删' : `留 ${days} 天`}，现有 ${rows} 行${overdue > 0 ? `，${overdue} 行过了期限还在` : ''}`

/** Runs `retention report [--json]`: what is kept for how long, and what should be gone; a line each, or `{ expiring, kept }`. */
export const report: CommandModule = {
  run: async args => {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } })
    if (positionals.length > 0) throw new UsageError(`参数不对：${positionals.join(' ')}`)
    const { untilClosed, untilReplaced, untilEnded, log, archive, ledger, noPerson } = retention
    const kept = [untilClosed, untilReplaced, untilEnded, log, archive, ledger, noPerson]
    const rules: Rule[] = [
      ...retention.expiring,
      ...retention.cleared.filter(({ collection }) => collection in NAMING),
    ]
    const expiring = await withStore(
      async ({ db, clock }) => {
        const lines: Line[] = []
        for (const rule of rules) lines.push(await lineOf(db, clock.now(), rule))
        return lines
      },
      { prepare: 'nothing' },
    )
    if (values.json) return { expiring, kept }
    for (const line of expiring) await printLine(textOf(line))
    for (const { what, collections } of kept) await printLine(`保留  ${what}（${collections.join('、')}）`)
    return undefined
  },
}
