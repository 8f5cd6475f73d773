import { trusted } from 'mongoose'
import type { Db } from '../store/db'
import { AuditBlocks, type AuditBlockRow } from './auditBlocks'
import { AuditEntries, type AuditRow } from './auditEntries'
import { linked } from './chainAudit'

/** What is wrong with the chain: the block's number; `until`: its last moment. */
interface ChainFault {
  number: number
  until: Date
}

/** How far the audit log 操作日志 is chained, and the first block that does not agree with it. */
export interface ChainState {
  blocks: number
  entries: number
  /** When the newest block was made; null: none yet. */
  chainedAt: Date | null
  fault: ChainFault | null
}

async function headOf(db: Db, { previous, entries }: AuditBlockRow): Promise<string | null> {
  const rows = await db
    .of(AuditEntries)
    .find({ _id: trusted({ $in: entries }) })
    .lean<AuditRow[]>()
    .exec()
  const known = new Map(rows.map(row => [row._id, row]))
  const inOrder = entries.flatMap(id => known.get(id) ?? [])
  return inOrder.length === entries.length ? inOrder.reduce(linked, previous) : null
}

/** Hashes the whole audit log again, block by block, and compares it with what was chained. */
export async function checkChain(db: Db): Promise<ChainState> {
  const state: ChainState = { blocks: 0, entries: 0, chainedAt: null, fault: null }
  let head = ''
  for (;;) {
    const block = await db
      .of(AuditBlocks)
      .findOne({ number: trusted({ $gte: state.blocks }) })
      .sort({ number: 1 })
      .lean<AuditBlockRow>()
      .exec()
    if (!block) return state
    const isNext = block.number === state.blocks && block.previous === head
    if (!isNext || (await headOf(db, block)) !== block.head) {
      return { ...state, fault: { number: block.number, until: block.until } }
    }
    head = block.head
    state.blocks += 1
    state.entries += block.entries.length
    state.chainedAt = block.at
  }
}
