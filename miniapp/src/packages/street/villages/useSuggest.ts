import { useState } from 'react'
import { ApiError } from '@shared/client'
import { recordOf } from '@shared/common/lists'
import type { ManyReport } from '@shared/contract/common'
import type { OrgRef } from '@shared/contract/people/org'
import { api, newIdempotencyKey } from '../../../api/client'
import { type Later, useLater } from '../../../hooks/useLater'

interface Suggestion {
  text: string
  /** Item of the street that the villages should have; null: none is named. */
  key: string | null
}

export interface Suggest {
  later: Later
  /** What was done, and each village to which nothing was sent. */
  report: { done: string; faults: string[] } | null
  send: (villages: readonly OrgRef[], suggestion: Suggestion) => void
}

function reportOf(villages: readonly OrgRef[], { rows }: ManyReport): Suggest['report'] {
  const names = recordOf(villages.map(({ code, name }) => [code, name]))
  const faults = rows
    .filter(({ done }) => !done)
    .map(({ id, message }) => `${names[id] ?? id}：${message ?? '没有提成'}`)
  return { done: `给 ${rows.length - faults.length} 个村提了建议`, faults }
}

/** Sends one suggestion to several villages; it can be undone for five seconds. */
export function useSuggest(): Suggest {
  const later = useLater()
  const [report, setReport] = useState<Suggest['report']>(null)
  const post = async (villages: readonly OrgRef[], suggestion: Suggestion, idempotencyKey: string) => {
    const body = { ...suggestion, villages: villages.map(({ code }) => ({ id: code })) }
    try {
      setReport(
        reportOf(villages, await api('POST /village-catalogues/remarks', { body }, { idempotencyKey })),
      )
    } catch (error) {
      const why = error instanceof ApiError ? error.message : '没有成功，请再试一次。'
      setReport({ done: '没有提建议', faults: [why] })
    }
  }
  const send: Suggest['send'] = (villages, suggestion) => {
    setReport(null)
    const key = newIdempotencyKey()
    later.start({
      label: `给 ${villages.length} 个村提建议`,
      send: () => post(villages, suggestion, key),
    })
  }
  return { later, report, send }
}
