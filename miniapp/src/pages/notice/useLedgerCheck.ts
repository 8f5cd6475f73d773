import { useEffect, useMemo, useState } from 'react'
import { presentedHash } from '@shared/ledger/verify'
import type { NoticeProof } from '@shared/contract/disclosure/ledger'
import type { NoticePage } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { IN_WORK, useResource } from '../../hooks/useResource'
import { type LedgerCheck, checkShown } from './ledgerCheck'

/** Time after which the proof is asked for (ms): the first screen is one request. */
const LATER_MS = 1_500

function useLater(): boolean {
  const [later, setLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), LATER_MS)
    return () => clearTimeout(timer)
  }, [])
  return later
}

/** Fetches the proof of the shown edition and checks the blocks on display with it. */
export function useLedgerCheck(page: NoticePage): LedgerCheck {
  const { notice, presented, ledger } = page
  const { id, edition } = notice
  const shown = useMemo(() => presentedHash(presented), [presented])
  const later = useLater()
  const proof = useResource<NoticeProof>(
    ledger && later ? `proof:${id}:${edition}:${presented.sha256}` : null,
    () => api('GET /notices/:id/ledger', { params: { id }, query: { edition } }),
    IN_WORK,
  )
  if (shown !== presented.sha256) return 'wrong'
  if (!ledger) return 'none'
  if (proof.data) return checkShown(page, shown, proof.data)
  return proof.error ? 'away' : 'pending'
}
