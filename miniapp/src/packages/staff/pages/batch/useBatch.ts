import { useRef, useState } from 'react'
import { ApiError } from '@shared/client'
import type { WorkNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { newIdempotencyKey } from '../../../../api/client'
import { useAction } from '../../../../hooks/useAction'
import type { BatchStep } from '../../steps/batch'

/** Result for one notice. */
export interface Result {
  done: boolean
  title: string
  /** Reasons for a failure, one sentence each. */
  problems: string[]
}

const reasonsOf = (error: unknown): string[] =>
  error instanceof ApiError
    ? [error.message, ...error.details.map(({ message }) => message)]
    : ['没有办成，请再试一次。']

/**
 * Runs the writes one after another, each with its own key; a failure does not stop the others and is listed
 * with its title.
 */
export function useBatch(onDone: () => void) {
  const { busy, run: act } = useAction()
  const [results, setResults] = useState<Result[]>([])
  const keys = useRef(new Map<string, string>())

  const keyOf = (step: BatchStep, { id, version }: WorkNotice, words: string): string => {
    const name = `${step.ability}:${id}:${version}:${words}`
    const key = keys.current.get(name) ?? newIdempotencyKey()
    keys.current.set(name, key)
    return key
  }
  const runOne = async (step: BatchStep, notice: WorkNotice, words: string): Promise<Result> => {
    const { title } = notice
    try {
      await step.run(notice, { idempotencyKey: keyOf(step, notice, words) }, words)
      return { done: true, title, problems: [] }
    } catch (error) {
      return { done: false, title, problems: reasonsOf(error) }
    }
  }
  const run = async (step: BatchStep, notices: readonly WorkNotice[], words: string) => {
    setResults([])
    const told: Result[] = []
    await act(async () => {
      for (const notice of notices) {
        told.push(await runOne(step, notice, words))
        setResults([...told])
      }
    })
    onDone()
  }
  return { busy, results, run }
}
