import { useState } from 'react'
import type { AlignmentPage, LinkDecision } from '@shared/contract/catalogues/alignment'
import { api } from '../../../api/client'
import { useAction } from '../../../hooks/useAction'
import { type Later, useLater } from '../../../hooks/useLater'

interface Place {
  village: string
  issuer: string
  onDecided: (page: AlignmentPage, keys: ReadonlySet<string>) => void
  onConflict: () => void
}

interface Deciding {
  later: Later
  busy: boolean
  /** Items whose decision can still be undone. */
  held: ReadonlySet<string>
  problemsAt: (place: string) => readonly string[]
  /** `at`: where the button is, and problems are shown. */
  decide: (decisions: LinkDecision[], at: string) => void
}

const NONE: ReadonlySet<string> = new Set()
const keysOf = (decisions: readonly LinkDecision[]) => new Set(decisions.map(({ villageKey }) => villageKey))

/** Sends decisions on links; each can be undone for five seconds 撤销. */
export function useDeciding({ village, issuer, onDecided, onConflict }: Place): Deciding {
  const write = useAction(onConflict)
  const later = useLater()
  const [keys, setKeys] = useState(NONE)
  const [place, setPlace] = useState('')
  const send = async (decisions: LinkDecision[], at: string) => {
    setPlace(at)
    await write.run(async key => {
      const next = await api(
        'POST /orgs/:code/links',
        { params: { code: issuer }, body: { village, decisions } },
        key,
      )
      onDecided(next, keysOf(decisions))
    })
  }
  const decide: Deciding['decide'] = (decisions, at) => {
    const asked = keysOf(decisions)
    later.start({ label: `定下 ${asked.size} 项`, send: () => send(decisions, at) })
    setKeys(asked)
  }
  return {
    later,
    busy: write.busy,
    held: later.waiting ? keys : NONE,
    problemsAt: asked => (place === asked ? write.problems : []),
    decide,
  }
}
