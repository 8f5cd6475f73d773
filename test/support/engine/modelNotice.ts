import type { KillableServer } from './killableServer'

export interface ModelContent {
  title: string
  period: string
  blocks: { type: string }[]
}

export interface ModelNotice {
  orgCode: string
  itemId: string
  content: ModelContent
}

/** A seeded notice of the person's village without dated lines: its item and content are the model of every new one. */
export async function modelNotice(server: KillableServer, token: string): Promise<ModelNotice> {
  const get = async <T>(place: string) => (await server.askUntilAnswered('GET', place, { token })).body as T
  const { roles } = await get<{ roles: { orgCode: string }[] }>('/me')
  const orgCode = roles[0]?.orgCode ?? ''
  for (const state of ['published', 'ended', 'confirmed', 'archived']) {
    const { items } = await get<{ items: { id: string }[] }>(`/orgs/${orgCode}/work?state=${state}&limit=50`)
    for (const { id } of items) {
      const { item, notice } = await get<{ item: { id: string }; notice: { content: ModelContent } }>(`/work/${id}`) // prettier-ignore
      const { content } = notice
      if (content.blocks.every(block => block.type !== 'money')) return { orgCode, itemId: item.id, content }
    }
  }
  throw new Error('The seed has no notice without a money statement.')
}
