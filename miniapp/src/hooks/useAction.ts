import { useState } from 'react'
import { ApiError, createKeyring, type WriteOptions } from '@shared/client'
import { newIdempotencyKey } from '../api/client'

/** A failure whose text is for the person. */
export class PlainProblem extends Error {}

const UNKNOWN = '没有成功，请再试一次。'

export interface Action {
  busy: boolean
  /** Problems, one sentence each. */
  problems: string[]
  /** Error code, for offering a way out. */
  code: string | null
  /**
   * Runs one action. Each request of it has a key bound to what it sends: the same request keeps its key when it is
   * repeated after a lost connection, a changed one gets another. True on success.
   */
  run: (step: (key: WriteOptions) => Promise<unknown>) => Promise<boolean>
}

interface Options {
  /** Another person was faster, reload. */
  onConflict?: () => void
  /** Shows a failure in a way of its own, with its problems; null: not an answer of the server. */
  onFailed?: (error: ApiError | null) => void
  /** Sentence for a failure without a text of its own. */
  unknown?: string
}

function problemsOf(error: unknown, unknown: string): string[] {
  if (error instanceof ApiError) return [error.message, ...error.details.map(one => one.message)]
  return [error instanceof PlainProblem ? error.message : unknown]
}

/** Handles one action of a page, with busy state, problems and the keys of its requests. */
export function useAction(given: Options | (() => void) = {}): Action {
  const {
    onConflict,
    onFailed,
    unknown = UNKNOWN,
  } = typeof given === 'function' ? { onConflict: given } : given
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  const [code, setCode] = useState<string | null>(null)
  const [{ keyOf, forget }] = useState(() => createKeyring(newIdempotencyKey))

  const fail = (error: unknown) => {
    const known = error instanceof ApiError ? error : null
    setProblems(problemsOf(error, unknown))
    setCode(known?.code ?? null)
    if (known && !known.offline) forget()
    onFailed?.(known)
    if (known?.status === 409) onConflict?.()
  }

  const run: Action['run'] = async step => {
    setBusy(true)
    setProblems([])
    setCode(null)
    try {
      await step({ idempotencyKey: keyOf })
      forget()
      return true
    } catch (error) {
      fail(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problems, code, run }
}
