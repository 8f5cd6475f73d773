import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiError, WriteOptions } from '@shared/client'
import type { TemplateBlock } from '@shared/contract/catalogues/category'
import type { Issue } from '@shared/contract/common'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { MaskPreview } from '@shared/contract/disclosure/privacy'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { watchHidden } from '../../../elements/platform'
import { useAction } from '../../../hooks/useAction'
import { serverNow } from '../../../state/serverClock'
import { faultsOf } from '../draft/faults'
import { fromLast } from '../draft/fromLast'
import { type Compared, compareWithLast, isSameComparison } from '../draft/marks'
import { dropDraft, keepDraft, keptDraft, writeDrafts } from '../draft/store'
import type { Origin } from '../draft/parser'
import { toContent } from '../draft/toContent'
import { toDraft } from '../draft/toDraft'
import type { Fault, NoticeDraft } from '../draft/types'
import type { Change } from './types'

export type SaveNotice = (
  content: NoticeContent,
  regards: string | null,
  key: WriteOptions,
) => Promise<WorkNoticePage>

interface Options {
  /** Storage key of the unsent draft. */
  draftKey: string
  /** Address of this form. */
  url: string
  content: NoticeContent
  templates: readonly TemplateBlock[]
  /** Content of the last publication; null for the first notice of an item. */
  last: NoticeContent | null
  /** Version of the stored notice; null for a new one. */
  basedOn: number | null
  /** Requests the public view of the content and the masked content; nothing is stored. */
  preview: (content: NoticeContent) => Promise<MaskPreview>
  /** Sends the content; the same content has the same key when it is sent again. */
  save: SaveNotice
}

const NO_MARKS: Compared = { marks: new Map(), gone: [] }
/** Pause after the last key press in which a long list is compared with last period. */
const COMPARE_AFTER_MS = 1_000

/** Writes what waits when the page is left, hidden or closed. */
function useWrittenOnLeaving(): void {
  useDidHide(writeDrafts)
  useEffect(() => {
    const stop = watchHidden(writeDrafts)
    return () => {
      stop()
      writeDrafts()
    }
  }, [])
}

/** Holds the input and stores it on this phone soon after each change, so that a crash loses nothing. */
function useKeptDraft({ draftKey, url, content, templates, basedOn }: Options) {
  const [kept] = useState(() => keptDraft(draftKey))
  const [draft, setDraft] = useState<NoticeDraft>(() => kept?.draft ?? toDraft(content, templates))
  const [full, setFull] = useState(false)
  const latest = useRef(draft)
  useWrittenOnLeaving()
  const put = useCallback(
    (next: NoticeDraft) => {
      latest.current = next
      setDraft(next)
      const at = serverNow().toISOString()
      keepDraft({ key: draftKey, url, draft: next, at, basedOn }, stored => setFull(!stored))
    },
    [draftKey, url, basedOn],
  )
  const change = useCallback<Change<NoticeDraft>>(next => put(next(latest.current)), [put])
  return {
    draft,
    put,
    /** True if the phone has no space left for the draft. */
    full,
    change,
    drop: () => dropDraft(draftKey),
    startAgain: () => {
      latest.current = toDraft(content, templates)
      setDraft(latest.current)
      dropDraft(draftKey)
    },
    recovered: kept && { at: kept.at, outdated: (kept.basedOn ?? null) !== basedOn },
  }
}

const isCompared = (draft: NoticeDraft, last: NoticeContent | null): last is NoticeContent =>
  last !== null && !draft.nothing

/**
 * Compares the whole draft with last period's publication while nobody types: reading the form and comparing are two tasks,
 * with room for a key press between them.
 */
function useCompared(draft: NoticeDraft, last: NoticeContent | null): Compared {
  const [compared, setCompared] = useState(() =>
    isCompared(draft, last) ? compareWithLast(toContent(draft), last) : NO_MARKS,
  )
  useEffect(() => {
    const show = (next: Compared) => setCompared(before => (isSameComparison(before, next) ? before : next))
    const read = () => {
      if (!isCompared(draft, last)) return show(NO_MARKS)
      const built = toContent(draft)
      timer = setTimeout(() => show(compareWithLast(built, last)))
    }
    let timer = setTimeout(read, COMPARE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [draft, last])
  return compared
}

/** Manages the form: automatic draft, all faults at once, one save at a time. */
export function useNoticeForm(options: Options) {
  const { templates, last, save, preview } = options
  const { draft, put, full, change, drop, startAgain: emptyDraft, recovered } = useKeptDraft(options)
  const [faults, setFaults] = useState<Fault[]>([])
  /** Input replaced by last period's content, for undo. */
  const [replaced, setReplaced] = useState<NoticeDraft | null>(null)
  /** The server found personal data in the submitted content. */
  const [personal, setPersonal] = useState(false)
  /** Preview 你写的 / 大家看到的 as of its request. */
  const [previewed, setPreviewed] = useState<MaskPreview | null>(null)
  /** Another person has changed the stored notice. */
  const [versionConflict, setVersionConflict] = useState(false)
  const [existing, setExisting] = useState<string | null>(null)
  /** Where each part of the content sent last comes from in the form. */
  const origins = useRef<readonly Origin[]>([])
  const compared = useCompared(draft, last)

  const startAgain = () => {
    setFaults([])
    setReplaced(null)
    emptyDraft()
  }

  const fillFromLast = () => {
    if (!last) return
    setFaults([])
    setReplaced(draft)
    put(fromLast(draft, templates, last))
  }

  const undoFill = () => {
    if (replaced) put(replaced)
    setReplaced(null)
  }

  const refuse = (known: ApiError, issuesToFaults: (issues: readonly Issue[]) => Fault[]) => {
    const link = known.details.find(issue => issue.link)?.link ?? null
    setFaults(issuesToFaults(known.details))
    setPersonal(known.details.some(({ code }) => code.startsWith('privacy-')))
    setExisting(link)
    setVersionConflict(known.status === 409 && link === null)
  }

  const show = (error: ApiError | null) => {
    if (error) return refuse(error, issues => faultsOf(issues, origins.current))
    setFaults([])
    setPersonal(false)
    setExisting(null)
    setVersionConflict(false)
  }
  const { busy, problems, run } = useAction({ onFailed: show, unknown: '没有保存成功，请再试一次。' })
  const [quiet, setQuiet] = useState(false)

  /** @returns the stored notice; null on failure, with the reasons shown. */
  const submit = async (): Promise<WorkNoticePage | null> => {
    const built = toContent(draft)
    setQuiet(true)
    setPreviewed(null)
    setFaults(built.faults)
    if (built.faults.length > 0) return null
    setQuiet(false)
    origins.current = built.origins
    let stored: WorkNoticePage | null = null
    const done = await run(async key => {
      stored = await save(built.content, draft.regards || null, key)
    })
    if (done) drop()
    return stored
  }

  /** Requests the preview; shows the issues that prevent it. */
  const ask = async (receive: (shown: MaskPreview) => void) => {
    const built = toContent(draft)
    if (built.faults.length > 0) return setFaults(built.faults)
    setQuiet(false)
    origins.current = built.origins
    await run(async () => receive(await preview(built.content)))
  }

  /** Writes all proposed masks into the form. */
  const maskAll = () =>
    ask(({ masked }) => {
      put({ ...toDraft(masked, templates), regards: draft.regards })
      setFaults([])
      setQuiet(true)
      setPersonal(false)
      setPreviewed(null)
    })

  /** Replaces the faults of one block after its import. */
  const tell = useCallback(
    (at: string, told: readonly Fault[]) =>
      setFaults(known => [...known.filter(({ field }) => !field.startsWith(`${at}.`)), ...told]),
    [],
  )

  const copying = { fill: last && fillFromLast, undo: replaced && undoFill }
  return {
    draft,
    change,
    faults,
    problem: quiet ? '' : (problems[0] ?? ''),
    busy,
    full,
    compared,
    copying,
    submit,
    tell,
    startAgain,
    recovered,
    versionConflict,
    existing,
    masking: { personal, maskAll, previewed, look: () => ask(setPreviewed) },
  }
}
