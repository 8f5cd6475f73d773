import type { Store } from '@server/platform/store/db'

/** Every row of every collection as one text, below mongoose: what was stored, whatever the model says. */
export async function wordsInStore({ connection }: Store): Promise<string> {
  const database = connection.getClient().db(connection.name)
  const texts: string[] = []
  for (const { name } of await database.listCollections().toArray()) {
    const rows = await database.collection(name).find({}).sort({ _id: 1 }).toArray()
    for (const row of rows) texts.push(`${name} ${JSON.stringify(row, readable)}`)
  }
  return texts.join('\n')
}

/** Bytes as the text in them: JSON would give them in base64, where nothing can be found. */
function readable(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const raw = this[key]
  const bytes = typeof raw === 'object' && raw !== null && 'buffer' in raw ? raw.buffer : null
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('utf8') : value
}
