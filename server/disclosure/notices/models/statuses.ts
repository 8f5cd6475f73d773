import type { NoticeEvent } from '../states'
import type { NoticeState, SignOff } from '@shared/contract/disclosure/notice'
import {
  checkedOrNull,
  defineCollection,
  instant,
  text,
  textOrNull,
  whole,
} from '@server/platform/store/collection'

/** Event that a status row records: those of the transition table, and the initial `create`. */
export type StatusEvent = 'create' | NoticeEvent

/** Status 办理记录: one immutable row for each change of a notice, with person and reason. */
export interface StatusRow {
  _id: string
  noticeId: string
  orgCode: string
  edition: number
  /** Version of the notice after the change. */
  version: number
  from: NoticeState | null
  to: NoticeState
  event: StatusEvent
  label: string
  by: string
  byName: string
  at: Date
  reason: string | null
  /** Only on `agree` and `object`. */
  signOff: SignOff | null
}

export const Statuses = defineCollection<StatusRow>({
  name: 'statuses',
  immutable: true,
  fields: {
    _id: text,
    noticeId: text,
    orgCode: text,
    edition: whole,
    version: whole,
    from: textOrNull,
    to: text,
    event: text,
    label: text,
    by: text,
    byName: text,
    at: instant,
    reason: textOrNull,
    signOff: checkedOrNull,
  },
  indexes: [{ fields: { noticeId: 1, version: 1 }, unique: true }],
})
