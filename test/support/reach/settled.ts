import type { Visitor } from '../journeys/visitor'

/** Text of the page once it has come; after 3 s as it is. */
export async function settledText(visitor: Visitor): Promise<string> {
  for (let look = 0; look < 30; look += 1) {
    const text = await visitor.text()
    if (!text.includes('正在打开')) return text
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return visitor.text()
}
