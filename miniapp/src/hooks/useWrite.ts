import { useRef, useState } from 'react'
import { ApiError, type WriteOptions } from '@shared/client'
import { newIdempotencyKey } from '../api/client'

export interface Write {
  busy: boolean
  /** Problems, one sentence each. */
  problems: string[]
  /** Error code, for offering a way out. */
  code: string | null
  /** Runs one write; a retry after a lost connection has the same key. True on success. */
  run: (step: (key: WriteOptions) => Promise<unknown>) => Promise<boolean>
}

/**
 * Handles one write of a page with key, busy state and problems. `onConflict`: another person was faster,
 * reload.
 */
export function useWrite(onConflict?: () => void): Write {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  const [code, setCode] = useState<string | null>(null)
  const key = useRef<string | null>(null)

  const fail = (error: unknown) => {
    if (!(error instanceof ApiError)) return setProblems(['没有成功，请再试一次。'])
    setProblems([error.message, ...error.details.map(one => one.message)])
    setCode(error.code)
    if (!error.offline) key.current = null
    if (error.status === 409) onConflict?.()
  }

  const run: Write['run'] = async step => {
    setBusy(true)
    setProblems([])
    setCode(null)
    key.current ??= newIdempotencyKey()
    try {
      await step({ idempotencyKey: key.current })
      key.current = null
      setBusy(false)
      return true
    } catch (error) {
      fail(error)
      setBusy(false)
      return false
    }
  }
  return { busy, problems, code, run }
}
