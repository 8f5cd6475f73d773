import type { ReceiveApplication } from '@shared/contract/participation/application'
import { dropStored, readStored, writeStored } from '../../../../state/storage'

/** What is asked and how it is wanted: kept on the phone until it is sent. Who asks never is. */
export interface AskedDraft {
  items: string[]
  form: ReceiveApplication['form']
  way: ReceiveApplication['way']
}

const KEY = 'application-asked'
const NEW: AskedDraft = { items: [''], form: 'paper', way: 'collect' }

export const keptDraft = (): AskedDraft => readStored<AskedDraft>(KEY) ?? NEW
export const keepDraft = (draft: AskedDraft): void => void writeStored(KEY, draft)
export const dropDraft = (): void => dropStored(KEY)

/** The items that are written, without blanks at their ends. */
export const written = ({ items }: Pick<AskedDraft, 'items'>): string[] =>
  items.map(item => item.trim()).filter(Boolean)
