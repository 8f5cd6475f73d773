import type { AdoptPowers, PowerComparison, PowerList } from '@shared/contract/power/list'
import type { WriteOptions } from '@shared/client'

/** Props of a part of the list editor: the list, its model, and the function to change it. */
export interface KeepProps {
  list: PowerList
  comparison: PowerComparison
  busy: boolean
  /** Changes the list; true on success. */
  alter: (change: (key: WriteOptions) => Promise<unknown>) => Promise<boolean>
}

/** The meeting's decision, without meeting and dates. */
export type Decided = Pick<AdoptPowers, 'take' | 'reasons'> & Partial<Pick<AdoptPowers, 'items'>>
