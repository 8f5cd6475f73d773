import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { trusted } from 'mongoose'
import { AuditEntries, type AuditRow } from '@server/platform/audit/auditEntries'
import { syslogLine } from '@server/platform/audit/syslog'
import type { Db } from '@server/platform/store/db'
import { type CommandModule, InputError, readArguments, UsageError } from '../../command'
import { printLine } from '../../io'
import { withStore } from '../../withStore'

const BATCH = 500
/** Longer than any transaction runs: no earlier entry comes after it. */
const SETTLED_MS = 2 * 60_000

/** The last entry that was written out. */
interface Place {
  at: Date
  id: string
}

/** Reads how far the last run came. @throws InputError `place-unreadable` */
function placeIn(file: string): Place | null {
  if (!existsSync(file)) return null
  const [at = '', id = ''] = readFileSync(file, 'utf8').trim().split(' ')
  const place = { at: new Date(at), id }
  if (id !== '' && !Number.isNaN(place.at.getTime())) return place
  throw new InputError('place-unreadable', `读不出上次导到哪里：${file}。改回来，或者删掉它从头导。`)
}

function keepPlace(file: string, { at, id }: Place): void {
  writeFileSync(`${file}.new`, `${at.toISOString()} ${id}\n`)
  renameSync(`${file}.new`, file)
}

/** Two queries: the embedded engine has no index for either-or. */
async function entriesAfter(db: Db, place: Place | null, before: Date): Promise<AuditRow[]> {
  const find = (filter: object) =>
    db.of(AuditEntries).find(filter).sort({ at: 1, _id: 1 }).limit(BATCH).lean<AuditRow[]>().exec()
  if (!place) return find({ at: trusted({ $lt: before }) })
  const same = await find({ at: place.at, _id: trusted({ $gt: place.id }) })
  const later = await find({ at: trusted({ $gt: place.at, $lt: before }) })
  return [...same, ...later].slice(0, BATCH)
}

/**
 * Runs `audit syslog [--after FILE]`: the operations log 操作日志 up to two minutes ago as lines of syslog (RFC 5424), oldest
 * first. With `--after` only what came since the last run, whose end the file keeps; a run that is cut off sends some
 * lines twice and leaves none out.
 */
export const syslog: CommandModule = {
  run: async args => {
    const { values, positionals } = readArguments(args, { after: { type: 'string' } })
    if (positionals.length > 0) throw new UsageError(`参数不对：${positionals.join(' ')}`)
    const file = values.after === undefined ? null : path.resolve(values.after)
    await withStore(
      async ({ db, clock, config }) => {
        const before = new Date(clock.now().getTime() - SETTLED_MS)
        const host = new URL(config.publicBaseUrl).hostname
        let place = file ? placeIn(file) : null
        for (;;) {
          const rows = await entriesAfter(db, place, before)
          for (const row of rows) await printLine(syslogLine(row, host))
          const last = rows.at(-1)
          if (!last) return
          place = { at: last.at, id: last._id }
          if (file) keepPlace(file, place)
        }
      },
      { prepare: 'nothing' },
    )
    return undefined
  },
}
