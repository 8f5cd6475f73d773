import { useEffect, useState } from 'react'
import type { MessageKind, Subscriptions } from '@shared/contract/people/message'
import { api, newIdempotencyKey } from '../api/client'
import { askForMessages, isBrowser } from '../elements/platform'
import { useMe } from '../state/session'

type Template = Subscriptions['templates'][number]

/** True unless the person has agreed to a long-term template 长期订阅 already. */
const asksAgain = ({ term, left }: Template): boolean => term === 'once' || left === 0

/** Template to ask for of one kind of message; null: none is configured, or there is nothing to ask. */
export const templateFor = (templates: readonly Template[], kind: MessageKind): string | null =>
  templates.find(template => template.kind === kind && asksAgain(template))?.id ?? null

/**
 * Shows WeChat's dialog for one template and stores the consent; works only right after a tap.
 * @param explains says why WeChat refuses; not to a person who is doing something else
 */
export async function askConsent(template: string | null, explains: boolean): Promise<void> {
  if (template === null) return
  const templateIds = await askForMessages([template], explains)
  if (templateIds.length === 0) return
  await api('POST /me/consents', { body: { templateIds } }, { idempotencyKey: newIdempotencyKey() })
}

/**
 * Returns a function for the tap of an act, which asks for messages about that act alone. What it asks never keeps the act
 * waiting, and it fails silently: the inbox has every message.
 */
export function useMessageConsent(kind: MessageKind): () => Promise<void> {
  const me = useMe()
  const person = me?.id
  const [template, setTemplate] = useState<string | null>(null)
  useEffect(() => {
    if (!person || isBrowser) return
    api('GET /me/subscriptions').then(
      ({ templates }) => setTemplate(templateFor(templates, kind)),
      () => undefined,
    )
  }, [person, kind])
  return () => askConsent(template, false).catch(() => undefined)
}
