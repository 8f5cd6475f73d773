import {
  checkedOrNull,
  defineCollection,
  instant,
  text,
  textOrNull,
  wholeOrNull,
} from '@server/platform/store/collection'
import type { Verdict } from '@server/platform/wechat/textVerdict'

/** Check of an organisation's picture by WeChat 内容安全检查. None: it was uploaded while no check was configured. */
export interface PictureCheckRow {
  /** Id of the organisation's file. */
  _id: string
  orgCode: string
  sha256: string
  /** Unguessable part of the address from which WeChat fetches the picture. */
  pass: string
  storedBy: string
  storedAt: Date
  /** Names the check in WeChat's event; null: not handed in yet. */
  traceId: string | null
  /** Error code with which WeChat declined; null: it did not. */
  refused: number | null
  /** The second person who looked at it and let it through. */
  released: { by: string; name: string; at: Date } | null
}

export const PictureChecks = defineCollection<PictureCheckRow>({
  name: 'pictureChecks',
  removable: true,
  fields: {
    _id: text,
    orgCode: text,
    sha256: text,
    pass: text,
    storedBy: text,
    storedAt: instant,
    traceId: textOrNull,
    refused: wholeOrNull,
    released: checkedOrNull,
  },
  indexes: [
    { fields: { sha256: 1, orgCode: 1 }, unique: true },
    { fields: { pass: 1 }, unique: true },
  ],
})

/** Verdict of WeChat, as its event brought it: kept by itself, because the event may come before the answer that names it. */
export interface PictureVerdictRow {
  /** The event's `trace_id`. */
  _id: string
  verdict: Verdict
  at: Date
}

export const PictureVerdicts = defineCollection<PictureVerdictRow>({
  name: 'pictureVerdicts',
  removable: true,
  fields: { _id: text, verdict: text, at: instant },
  indexes: [],
})
