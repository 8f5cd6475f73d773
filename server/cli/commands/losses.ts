import { LASTING } from '@server/compose'
import { operatorActs } from '@server/platform/access/caller'
import { type RowLoss, acknowledgeLoss, findRowLosses, lossLine } from '@server/platform/migrations/rowCounts'
import { inTransaction } from '@server/platform/store/transaction'
import { type CommandModule, InputError, readArguments, UsageError } from '../command'
import { printLine } from '../io'
import { type Store, withStore } from '../withStore'

const SHORTEST_REASON = 4
const LONGEST_REASON = 500

/** Runs `losses list [--json]`: the collections that lost rows although none of theirs ever go, or `{ losses }`. */
export const listing: CommandModule = {
  run: async args => {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } })
    if (positionals.length > 0) throw new UsageError(`参数不对：${positionals.join(' ')}`)
    const losses = await withStore(({ db }) => findRowLosses(db, LASTING), { prepare: 'nothing' })
    if (values.json) return { losses }
    if (losses.length === 0) return printLine('没有发现数据减少。')
    for (const loss of losses) await printLine(lossLine(loss))
    return undefined
  },
}

interface Statement {
  collection: string
  rows: number
  reason: string
}

function statementOf(values: { rows?: string; reason?: string }, positionals: string[]): Statement {
  const [collection, ...others] = positionals
  if (!collection || others.length > 0) throw new UsageError('请给出一个集合的名字，见 cli losses list')
  const rows = Number(values.rows)
  const isCount = Number.isInteger(rows) && rows >= 1
  if (!isCount) throw new UsageError('请用 --rows 写明少了多少行，与 cli losses list 所说一致')
  const reason = values.reason?.trim() ?? ''
  if (reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON) {
    throw new UsageError(`请用 --reason 写明原因，${SHORTEST_REASON} 到 ${LONGEST_REASON} 个字`)
  }
  return { collection, rows, reason }
}

/**
 * Finds the loss that the operator states, of exactly so many rows.
 * @throws InputError `loss-unknown`, `loss-differs`
 */
async function statedLoss({ db }: Store, { collection, rows }: Statement): Promise<RowLoss> {
  const loss = (await findRowLosses(db, LASTING)).find(one => one.collection === collection)
  if (!loss) throw new InputError('loss-unknown', `${collection} 没有少行，不用说明。`)
  const lost = loss.before - loss.now
  if (lost === rows) return loss
  throw new InputError('loss-differs', `${collection} 少了 ${lost} 行，不是 ${rows} 行：请先查清楚。`)
}

/**
 * Runs `losses acknowledge COLLECTION --rows N --reason TEXT [--json]`: states that the loss is known, in the audit log;
 * prints a line, or `{ collection, before, now, reason }`.
 */
export const acknowledging: CommandModule = {
  run: async args => {
    const { values, positionals } = readArguments(args, {
      rows: { type: 'string' },
      reason: { type: 'string' },
      json: { type: 'boolean' },
    })
    const statement = statementOf(values, positionals)
    const by = operatorActs('rowLoss.acknowledge', 'cli')
    const loss = await withStore(
      async store => {
        const found = await statedLoss(store, statement)
        const isFirst = await inTransaction(store, tx => acknowledgeLoss(tx, by, found, statement.reason))
        if (!isFirst) throw new InputError('loss-unknown', `${found.collection} 刚刚有人说明过了。`)
        return found
      },
      { prepare: 'nothing' },
    )
    if (values.json) return { ...loss, reason: statement.reason }
    return printLine(
      `已记入操作日志：${loss.collection} 少了 ${statement.rows} 行，原因：${statement.reason}。以后从 ${loss.now} 行算起，再少会再说。`,
    )
  },
}
