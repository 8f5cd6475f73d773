import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { silence, speak } from '../elements/speech'

export interface ReadAloud {
  /** Place of the sentence that is being said; null in silence. */
  at: number | null
  /** The voice failed: this phone has none, or there is no line. */
  failed: boolean
  start: (from: number) => void
  stop: () => void
}

/** 朗读: says sentences one after the other, from any of them; leaving the page ends it. */
export function useReadAloud(sentences: readonly { spoken: string }[]): ReadAloud {
  const [at, setAt] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  /** Which start is the newest: an earlier one goes no further. */
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
