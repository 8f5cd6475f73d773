import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { silence, speak } from '../elements/speech'

export interface ReadAloud {
  /** Index of the current sentence; null if silent. */
  at: number | null
  /** Speech failed: no voice on this phone, or no connection. */
  failed: boolean
  start: (from: number) => void
  stop: () => void
}

/** Reads sentences aloud 朗读 in order, from any of them; leaving the page stops it. */
export function useReadAloud(sentences: readonly { spoken: string }[]): ReadAloud {
  const [at, setAt] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  /** Number of the latest start; earlier ones stop. */
  const turn = useRef(0)

  const stop = () => {
    turn.current += 1
    silence()
    setAt(null)
  }
  const start = async (from: number) => {
    const mine = (turn.current += 1)
    silence()
    setFailed(false)
    for (const [place, { spoken }] of sentences.entries()) {
      if (place < from) continue
      setAt(place)
      const said = await speak(spoken)
      if (turn.current !== mine) return
      if (!said) {
        setFailed(true)
        break
      }
    }
    setAt(null)
  }
  useDidHide(stop)
  useEffect(
    () => () => {
      turn.current += 1
      silence()
    },
    [],
  )
  return { at, failed, start: from => void start(from), stop }
}
