import { GLOSSARY, type Term } from '@shared/facts/reading/glossary'
import type { PowerItem } from '@shared/contract/power/item'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { AlignableItem } from '../../alignment/suggest'
import { linesOf, type Subject } from './subject'

interface FoundNotice {
  noticeId: string
  title: string
  sentence: string
}

/** A published notice; `blocks` as they stay public when the names are folded. */
export const noticeSubject = (
  { noticeId, title, sentence }: FoundNotice,
  { area, path, elements }: Omit<AlignableItem, 'id'>,
  blocks: readonly PresentedBlock[],
): Subject => ({
  id: noticeId,
  kind: 'notice',
  name: title,
  area,
  path,
  elements,
  sentence,
  lines: linesOf(blocks),
})

/** An item of the power list, with its steps. */
export const powerSubject = ({ code, name, summary, materials, steps }: PowerItem): Subject => ({
  id: code,
  kind: 'power',
  name,
  sentence: summary,
  lines: [
    ...materials.map(value => ({ label: '要带的材料', value })),
    ...steps.map(({ name: step, action }, at) => ({
      label: `第${at + 1}步`,
      value: action ? `${step}：${action}` : step,
    })),
  ],
})

interface FoundCase {
  id: string
  title: string
  /** Name of its item of the power list. */
  itemName?: string
  step: number
  steps: number
  stepName: string
  amount: string | null
}

/** A collective matter under way. */
export const caseSubject = ({ id, title, itemName, step, steps, stepName, amount }: FoundCase): Subject => ({
  id,
  kind: 'case',
  name: title,
  ...(itemName !== undefined && { path: [itemName] }),
  sentence: `正在办：第${step}步，共${steps}步，${stepName}`,
  lines: amount === null ? [] : [{ label: '金额', value: amount }],
})

interface FoundContact {
  name: string
  jobTitle: string
  phone: string
}

/** A person in office with the office's phone, as the village's page shows it. */
export const officeSubject = (orgName: string, { name, jobTitle, phone }: FoundContact): Subject => ({
  id: `${jobTitle} ${name}`,
  kind: 'office',
  name: `${jobTitle} ${name}`,
  path: [jobTitle],
  sentence: `${orgName}${jobTitle}，办公电话`,
  lines: [{ label: '办公电话', value: phone }],
})

/** Explained words. */
export const TERM_SUBJECTS: readonly Subject[] = GLOSSARY.terms.map(
  ({ term, also = [], meaning, source }: Term) => ({
    id: term,
    kind: 'term',
    name: term,
    path: [term, ...also],
    sentence: meaning,
    lines: [{ label: '来源', value: source }],
  }),
)
