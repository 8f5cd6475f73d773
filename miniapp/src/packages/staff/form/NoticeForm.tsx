import { useEffect, useMemo, useState } from 'react'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { OrgRef } from '@shared/contract/people/org'
import { pathTo } from '@shared/client'
import { pageOfLink } from '@shared/common/messageLinks'
import type { TableImport } from '@shared/contract/disclosure/tableImport'
import type { NoticeForm as Form, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../api/client'
import { SelectField } from '../../../components/form/SelectField'
import { SwitchRow } from '../../../components/form/SwitchRow'
import { TextField } from '../../../components/form/TextField'
import { showField } from '../../../elements/platform'
import { faultAt } from '../draft/faults'
import { BlockForm } from './BlockForm'
import { FaultList } from './FaultList'
import { FromLast } from './FromLast'
import { MaskAll } from './MaskAll'
import { Recovered } from './Recovered'
import { SaveBar } from './SaveBar'
import type { TableAsk } from '../grid/types'
import type { Sought } from './types'
import { type SaveNotice, useNoticeForm } from './useNoticeForm'

interface Props {
  form: Form
  draftKey: string
  /** Version of the stored notice; null for a new one. */
  basedOn: number | null
  url: string
  save: SaveNotice
  onSaved: (notice: WorkNoticePage) => void
  /** Villages that a street's notice can concern; empty for a village's own notice. */
  villages: readonly OrgRef[]
  /** Page of the stored notice; null for a new one. */
  stored: string | null
  /** Null if the period is fixed. */
  onPeriod: ((period: string) => void) | null
}

/** Returns the way to the notice that keeps this one from being saved; null when none does. */
function otherNotice(
  { existing, versionConflict }: { existing: string | null; versionConflict: boolean },
  stored: string | null,
) {
  if (existing) return { label: '看已有的那一条', url: `/${pageOfLink(existing)}` }
  return versionConflict && stored ? { label: '看最新的这一条', url: stored } : null
}

const TAKEN_HELP = '这一期已经有公示：请在那一条上修改，或另选一期。'

/** Reads and writes the form's tables as spreadsheets. */
function useTables({ orgCode, period, item }: Form, tell: TableAsk['tell']): TableAsk {
  const { id } = item
  return useMemo(() => {
    const place = (table: TableImport['table']) => ({ org: orgCode, period, table })
    return {
      read: (table, file) =>
        api('POST /catalogue-items/:id/table', { params: { id }, body: place(table), file }),
      template: table => pathTo('GET /catalogue-items/:id/table', { params: { id }, query: place(table) }),
      tell,
    }
  }, [orgCode, period, id, tell])
}

/** Shows the form of a notice, built from the item's elements and its category's template. */
export function NoticeForm({
  form,
  draftKey,
  basedOn,
  url,
  save,
  onSaved,
  villages,
  stored: page,
  onPeriod,
}: Props) {
  const { content, blocks: templates } = form
  const last = form.last?.content ?? null
  const preview = (written: NoticeContent) =>
    api('POST /work/mask-preview', {
      body: { orgCode: form.orgCode, itemId: form.item.id, content: written, releases: [] },
    })
  const state = useNoticeForm({ draftKey, url, content, templates, last, basedOn, save, preview })
  const { draft, change, faults, problem, busy } = state
  const tables = useTables(form, state.tell)
  const [sought, setSought] = useState<Sought | null>(null)
  useEffect(() => {
    if (sought) showField(sought.field)
  }, [sought])
  const [dropped, setDropped] = useState(false)
  const recovered = dropped ? null : state.recovered
  const send = async () => {
    const stored = await state.submit()
    if (stored) onSaved(stored)
  }
  return (
    <>
      {recovered && (
        <Recovered
          {...recovered}
          onDrop={() => {
            state.startAgain()
            setDropped(true)
          }}
        />
      )}
      <FromLast last={form.last} period={form.period} gone={state.compared.gone} {...state.copying} />
      <TextField
        id="draft.title"
        label="标题"
        required
        value={draft.title}
        fault={faultAt(faults, 'draft.title')}
        onChange={title => change(before => ({ ...before, title }))}
      />
      {onPeriod && (
        <SelectField
          id="draft.period"
          label="所属时间"
          value={draft.period}
          options={form.periods.map(({ key, label, taken }) => ({
            value: key,
            label: taken ? `${label}（已有公示）` : label,
          }))}
          help={form.periods.some(({ key, taken }) => taken && key === draft.period) ? TAKEN_HELP : undefined}
          fault={faultAt(faults, 'draft.period')}
          onChange={onPeriod}
        />
      )}
      {villages.length > 0 && (
        <SelectField
          id="draft.regards"
          label="关于哪个村（社区）"
          value={draft.regards}
          options={[
            { value: '', label: '全部' },
            ...villages.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          fault={faultAt(faults, 'draft.regards')}
          onChange={regards => change(before => ({ ...before, regards }))}
        />
      )}
      <SwitchRow
        label="本期无发生"
        text="这一期没有这件事，也要公开说一声"
        on={draft.nothing}
        onChange={nothing => change(before => ({ ...before, nothing }))}
      />
      {draft.nothing ? (
        <TextField
          id="draft.nothingNote"
          label="说明"
          multiline
          maxLength={500}
          value={draft.nothingNote}
          onChange={nothingNote => change(before => ({ ...before, nothingNote }))}
        />
      ) : (
        draft.blocks.map((block, index) => (
          <BlockForm
            key={index}
            index={index}
            value={block}
            change={change}
            templates={templates}
            orgCode={form.orgCode}
            tables={tables}
            period={draft.period}
            last={last}
            faults={faults}
            marks={state.compared.marks}
            sought={sought}
          />
        ))
      )}
      <FaultList faults={faults} draft={draft} onSeek={field => setSought({ field })} />
      <MaskAll {...state.masking} staffOf={form.orgCode} disabled={busy} />
      <SaveBar
        busy={busy}
        problem={problem}
        full={state.full}
        other={otherNotice(state, page)}
        onSave={() => void send()}
      />
    </>
  )
}
