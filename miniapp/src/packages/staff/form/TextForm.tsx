import { proposalOf } from '@shared/content/carriedFacts'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { TextField } from '../../../components/form/TextField'
import { faultAt } from '../draft/faults'
import type { DraftOf } from '../draft/types'
import { Proposal } from './Proposal'
import type { PartProps } from './types'

interface Props extends PartProps<DraftOf<'text'>> {
  last: NoticeContent | null
}

/** Returns last period's text with the same label, if it may be proposed. */
const lastText = (last: NoticeContent | null, label: string): string | null => {
  const block = last?.blocks.find(one => one.type === 'text' && one.label === label)
  return block?.type === 'text' ? proposalOf({ label, value: block.text }) : null
}

/** Edits a text; last period's is proposed, not filled in. */
export function TextForm({ at, value, onChange, faults, last }: Props) {
  const { label } = value
  const put = (text: string) => onChange(before => ({ ...before, text }))
  return (
    <>
      <TextField
        id={`${at}.text`}
        label={value.label}
        quiet
        multiline
        maxLength={20_000}
        value={value.text}
        fault={faultAt(faults, `${at}.text`)}
        onChange={put}
      />
      <Proposal said={lastText(last, label)} label={label} open={value.text.trim() === ''} onTake={put} />
    </>
  )
}
