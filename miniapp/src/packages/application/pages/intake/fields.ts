import { DOORS, FORMS, ROUTES_HOME } from '@shared/facts/participation/applicationRules'
import type { ReceiveApplication } from '@shared/contract/participation/application'

/** What the clerk types at the counter; gone with the page. */
export interface IntakeFields {
  door: ReceiveApplication['door']
  /** Day of arrival of a letter; empty: today. */
  on: string
  items: string
  name: string
  proof: string
  proofNumber: string
  phone: string
  address: string
  form: NonNullable<ReceiveApplication['form']>
  way: NonNullable<ReceiveApplication['way']>
}

export const EMPTY: IntakeFields = {
  door: 'in-person',
  on: '',
  items: '',
  name: '',
  proof: '居民身份证',
  proofNumber: '',
  phone: '',
  address: '',
  form: 'paper',
  way: 'collect',
}

/** Doors that the counter enters; an application on the net enters itself. */
export const COUNTER_DOORS = DOORS.filter(({ code }) => code !== 'platform')

/** The applicant is at the counter. */
export const isFaceToFace = ({ door }: Pick<IntakeFields, 'door'>): boolean =>
  door === 'in-person' || door === 'oral'

export const itemsOf = ({ items }: Pick<IntakeFields, 'items'>): string[] =>
  items
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

const named = (facts: readonly { code: string; label: string }[], code: string): string =>
  facts.find(fact => fact.code === code)?.label ?? code

/** Form and way in words: 纸质，当面领取. */
export const howWords = ({ form, way }: Pick<IntakeFields, 'form' | 'way'>): string =>
  `${named(FORMS, form)}，${named(ROUTES_HOME, way)}`

/** What is read out to the applicant, sentence by sentence; no name and no number is said aloud in a hall. */
export function spokenOf(fields: IntakeFields, orgName: string): { text: string; spoken: string }[] {
  const items = itemsOf(fields)
  const sentences = [
    `您向${orgName}申请公开政府信息，一共 ${items.length} 件。`,
    ...items.map((item, at) => `第 ${at + 1} 件：${item}。`),
    `给您的办法：${howWords(fields)}。`,
    '写得对不对？不对的请说，马上改。',
  ]
  return sentences.map(text => ({ text, spoken: text }))
}
