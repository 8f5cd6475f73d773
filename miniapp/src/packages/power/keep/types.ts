import type { AdoptPowers, PowerComparison, PowerList } from '@shared/contract/power/list'
import type { WriteOptions } from '@shared/client'

/** What a part of the page that keeps a list gets: the list, its model, and how to change it. */
export interface KeepProps {
  list: PowerList
  comparison: PowerComparison
  busy: boolean
  /** One change of the list; true when it was done. */
  alter: (change: (key: WriteOptions) => Promise<unknown>) => Promise<boolean>
}

/** What the meeting decided on, beside meeting and dates. */
export type Decided = Pick<AdoptPowers, 'take' | 'reasons'> & Partial<Pick<AdoptPowers, 'items'>>
