import { useState } from 'react'
import { ApiError } from '@shared/client'
import { recordOf } from '@shared/common/lists'
import type { ManyReport } from '@shared/contract/common'
import type { Todo, TodoAct } from '@shared/contract/people/todo'
import { api, newIdempotencyKey } from '../../../api/client'
import { type Later, useLater } from '../../../hooks/useLater'

export const ACT_WORDS: Record<TodoAct, string> = { remind: '提醒', archive: '归档' }

/** What an act on many needs besides its rows. */
interface ManyInput {
  volume: string
}

export interface Many {
  later: Later
  /** Rows of the act that waits: not listed meanwhile. */
  hidden: ReadonlySet<string>
  /** What was done, and each row that was not. */
  report: { done: string; faults: string[] } | null
  act: (act: TodoAct, todos: readonly Todo[], input: ManyInput) => void
}

/** One request with one key for all rows: a repetition after a lost connection does nothing twice. */
function request(act: TodoAct, todos: readonly Todo[], { volume }: ManyInput): Promise<ManyReport> {
  const key = { idempotencyKey: newIdempotencyKey() }
  if (act === 'remind') {
    const obligations = todos.map(({ subject }) => ({ id: subject }))
    return api('POST /obligations/remind', { body: { obligations } }, key)
  }
  const notices = todos.map(({ subject, version }) => ({ id: subject, version: version ?? 0 }))
  return api('POST /notices/archive', { body: { notices, volume } }, key)
}

function reportOf(act: TodoAct, todos: readonly Todo[], { rows }: ManyReport): Many['report'] {
  const titles = recordOf(todos.map(({ subject, title, orgName }) => [subject, `${orgName}，${title}`]))
  const faults = rows
    .filter(({ done }) => !done)
    .map(({ id, message }) => `${titles[id] ?? ''}：${message ?? '没有办成'}`)
  return { done: `${ACT_WORDS[act]}了 ${rows.length - faults.length} 件`, faults }
}

/** Takes acts on several to-dos; each can be undone for five seconds. */
export function useMany(onDone: () => void): Many {
  const later = useLater()
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [report, setReport] = useState<Many['report']>(null)
  const send = async (act: TodoAct, todos: readonly Todo[], input: ManyInput) => {
    try {
      const answer = await request(act, todos, input)
      const done = new Set(answer.rows.filter(row => row.done).map(({ id }) => id))
      setReport(reportOf(act, todos, answer))
      setHidden(new Set(todos.filter(({ subject }) => done.has(subject)).map(({ id }) => id)))
    } catch (error) {
      const why = error instanceof ApiError ? error.message : '没有成功，请再试一次。'
      setReport({ done: `没有${ACT_WORDS[act]}`, faults: [why] })
      setHidden(new Set())
    }
    onDone()
  }
  const act: Many['act'] = (kind, todos, input) => {
    setReport(null)
    setHidden(new Set(todos.map(({ id }) => id)))
    later.start({
      label: `${ACT_WORDS[kind]} ${todos.length} 件`,
      send: () => send(kind, todos, input),
    })
  }
  const undo = () => {
    later.undo()
    setHidden(new Set())
  }
  return { later: { ...later, undo }, hidden, report, act }
}
