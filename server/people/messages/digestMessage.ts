import { pageOfLink } from '@shared/common/messageLinks'

/** One event in a WeChat message. */
export interface DigestEvent {
  title: string
  place: string
  /** `YYYY-MM-DD`. */
  date: string
  link: string | null
}

/** Names of a template's fields, as configured in WeChat: `thing1`, `date3` … */
export interface TemplateFields {
  title: string
  place: string
  date: string
}

const NOTHING = '—'

/** Shortens a text to `max` characters, the last one an ellipsis. */
function shortened(text: string, max: number): string {
  const letters = [...text]
  return letters.length > max ? `${letters.slice(0, max - 1).join('')}…` : text || NOTHING
}

const chineseDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/**
 * Summarises several events in one subscribe message: the newest by its title, the others by their number.
 * @param events in order of occurrence, at least one
 * @param max characters of a `thing` field
 */
export function digestMessage(
  events: readonly DigestEvent[],
  fields: TemplateFields,
  max: number,
): { page: string; data: Record<string, string> } {
  const newest = events[events.length - 1]!
  const more = events.length > 1 ? `等${events.length}条` : ''
  const places = new Set(events.map(one => one.place))
  const elsewhere = places.size > 1 ? `等${places.size}个村` : ''
  return {
    page: pageOfLink(more ? 'inbox' : newest.link),
    data: {
      [fields.title]: shortened(newest.title, max - more.length) + more,
      [fields.place]: shortened(newest.place, max - elsewhere.length) + elsewhere,
      [fields.date]: chineseDate(newest.date),
    },
  }
}
