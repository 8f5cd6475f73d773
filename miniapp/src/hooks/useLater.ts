import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { watchLeaving } from '../elements/platform'

/** An act that is sent after a while, unless it is undone. */
interface LaterAct {
  /** What is being done, e.g. `提醒 3 件`. */
  label: string
  send: () => Promise<void>
}

export interface Later {
  /** The act that can still be undone; null: none. */
  waiting: LaterAct | null
  /** Begins the time of an act; one that still waits is sent at once. */
  start: (act: LaterAct) => void
  undo: () => void
}

/** Time in which an act can be undone. */
const UNDO_MS = 5_000

/** Sends an act after five seconds 撤销, or as soon as the page is left or closed: nothing is lost. */
export function useLater(): Later {
  const [waiting, setWaiting] = useState<LaterAct | null>(null)
  const now = useRef<{ act: LaterAct; timer: ReturnType<typeof setTimeout> } | null>(null)

  const take = useCallback((): LaterAct | null => {
    const held = now.current
    if (!held) return null
    clearTimeout(held.timer)
    now.current = null
    setWaiting(null)
    return held.act
  }, [])
  const send = useCallback(() => void take()?.send(), [take])
  const undo = useCallback(() => void take(), [take])
  const start = useCallback(
    (act: LaterAct) => {
      send()
      now.current = { act, timer: setTimeout(send, UNDO_MS) }
      setWaiting(act)
    },
    [send],
  )
  useDidHide(send)
  useEffect(() => watchLeaving(send), [send])
  useEffect(() => send, [send])
  return { waiting, start, undo }
}
