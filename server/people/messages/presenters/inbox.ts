import type { Inbox, MessageKind, Subscriptions } from '@shared/contract/people/message'
import type { MessageTemplate } from '@server/platform/config'
import type { Following, InboxPage } from '../queries/inbox'
import type { InboxMessageRow } from '../models/inboxMessages'

const presentMessage = ({ _id, kind, title, text, link, at, unread }: InboxMessageRow) => ({
  id: _id,
  kind,
  title,
  text,
  link,
  at: at.toISOString(),
  unread,
})

export const presentInbox = ({ rows, nextCursor, unread }: InboxPage): Inbox => ({
  items: rows.map(presentMessage),
  nextCursor,
  unread,
})

type Templates = Partial<Record<MessageKind, MessageTemplate>>

export function presentSubscriptions(
  { rows, orgNames, consents }: Following,
  templates: Templates,
): Subscriptions {
  const byOrg = new Map<string, string[]>()
  for (const { orgCode, category } of rows) {
    byOrg.set(orgCode, [...(byOrg.get(orgCode) ?? []), category])
  }
  const left = (kind: string) => consents.find(consent => consent.kind === kind)?.left ?? 0
  return {
    items: [...byOrg]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([orgCode, categories]) => ({
        orgCode,
        orgName: orgNames.get(orgCode) ?? '',
        categories: categories.sort(),
      })),
    templates: (Object.entries(templates) as [MessageKind, MessageTemplate | undefined][]).flatMap(
      ([kind, template]) =>
        template ? [{ kind, id: template.id, left: left(kind), term: template.term }] : [],
    ),
  }
}
