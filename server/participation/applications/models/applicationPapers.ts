import type { ReplyKindCode } from '@server/domain/application'
import { checked, defineCollection, instant, text, whole, yesNo } from '@server/platform/store/collection'

/** One withheld passage 不公开的部分; `sealed`: its words under the key of the case. */
interface WithheldRow {
  place: string
  kind: ReplyKindCode
  reason: string
  sealed: string
}

/** Paper that a reply gives 给出的材料: a stored file, never public. Its text is what is given, with bars. */
export interface ApplicationPaperRow {
  _id: string
  applicationId: string
  itemId: string
  name: string
  sha256: string
  mime: string
  bytes: number
  redacted: boolean
  text: string
  withheld: WithheldRow[]
  addedBy: string
  addedAt: Date
}

export const ApplicationPapers = defineCollection<ApplicationPaperRow>({
  name: 'applicationPapers',
  removable: true,
  fields: {
    _id: text,
    applicationId: text,
    itemId: text,
    name: text,
    sha256: text,
    mime: text,
    bytes: whole,
    redacted: yesNo,
    text: { type: String, default: '' },
    withheld: checked,
    addedBy: text,
    addedAt: instant,
  },
  indexes: [{ fields: { applicationId: 1, _id: 1 } }, { fields: { sha256: 1 } }],
})
