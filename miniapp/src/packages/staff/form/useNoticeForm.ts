import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '@shared/client'
import type { TemplateBlock } from '@shared/schemas/category'
import type { Issue } from '@shared/schemas/common'
import type { NoticeContent } from '@shared/schemas/notice'
import type { WorkNoticePage } from '@shared/schemas/work'
import { newIdempotencyKey } from '../../../api/client'
import { faultsOf } from '../draft/faults'
import { dropDraft, keepDraft, keptDraft } from '../draft/store'
import { toContent } from '../draft/toContent'
import { toDraft } from '../draft/toDraft'
import type { Fault, NoticeDraft } from '../draft/types'

const KEEP_AFTER_MS = 500

export type SaveNotice = (
  content: NoticeContent,
  regards: string | null,
  idempotencyKey: string,
) => Promise<WorkNoticePage>

interface Options {
  /** Name under which the unsent draft is kept on this phone. */
  draftKey: string
  /** Address of this very form. */
  url: string
  content: NoticeContent
  templates: readonly TemplateBlock[]
  /** Sends the content; the key stays the same when the same press is tried again. */
  save: SaveNotice
}

/** The state of the form: draft kept by itself, all faults at once, one saving at a time. */
export function useNoticeForm({ draftKey, url, content, templates, save }: Options) {
  const [kept] = useState(() => keptDraft(draftKey))
  const [draft, setDraft] = useState<NoticeDraft>(() => kept?.draft ?? toDraft(content, templates))
  const [touched, setTouched] = useState(false)
  const [faults, setFaults] = useState<Fault[]>([])
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const pending = useRef<{ body: string; key: string } | null>(null)

  const unsent = useRef<NoticeDraft | null>(null)
  const keep = useCallback(() => {
    if (unsent.current) keepDraft({ key: draftKey, url, draft: unsent.current, at: new Date().toISOString() })
  }, [draftKey, url])
  useEffect(() => {
    unsent.current = touched ? draft : null
    const timer = setTimeout(keep, KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [draft, touched, keep])
  useEffect(() => keep, [keep])

  const change = useCallback((part: Partial<NoticeDraft>) => {
    setTouched(true)
    setDraft(before => ({ ...before, ...part }))
  }, [])

  const startAgain = () => {
    unsent.current = null
    dropDraft(draftKey)
    setTouched(false)
    setFaults([])
    setDraft(toDraft(content, templates))
  }

  const show = (error: unknown, issuesToFaults: (issues: readonly Issue[]) => Fault[]) => {
    const known = error instanceof ApiError ? error : null
    setProblem(known?.message ?? '没有保存成功，请再试一次。')
    setFaults(issuesToFaults(known?.details ?? []))
    if (known && !known.offline) pending.current = null
  }

  /** @returns the stored notice, or null when it was not stored; the reasons are then shown. */
  const submit = async (): Promise<WorkNoticePage | null> => {
    const built = toContent(draft)
    setProblem('')
    setFaults(built.faults)
    if (built.faults.length > 0) return null
    const body = JSON.stringify([built.content, draft.regards])
    if (pending.current?.body !== body) pending.current = { body, key: newIdempotencyKey() }
    setBusy(true)
    try {
      const stored = await save(built.content, draft.regards || null, pending.current.key)
      unsent.current = null
      setTouched(false)
      dropDraft(draftKey)
      return stored
    } catch (error) {
      show(error, issues => faultsOf(issues, built.origins))
      return null
    } finally {
      setBusy(false)
    }
  }

  return { draft, change, faults, problem, busy, submit, startAgain, recoveredAt: kept?.at ?? null }
}
