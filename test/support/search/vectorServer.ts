import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const SIZE = 64

/** A vector made of the characters of a text: texts with characters in common are near. */
function vectorOf(text: string): number[] {
  const vector = new Array<number>(SIZE).fill(0.01)
  for (const char of text) vector[char.codePointAt(0)! % SIZE]! += 1
  return vector
}

type Row = { index: number; embedding: unknown }

/** How the server misbehaves. */
const MOODS = {
  good: (rows: Row[]) => rows,
  shuffled: (rows: Row[]) => [...rows].reverse(),
  short: (rows: Row[]) => rows.slice(1),
  'other size': (rows: Row[]) => rows.map(({ index }) => ({ index, embedding: [1, 2, 3, 4, 5, 6, 7, 8] })),
  'mixed sizes': (rows: Row[]) =>
    rows.map((row, at) => (at === 0 ? { ...row, embedding: [1, 2, 3, 4, 5, 6, 7, 8, 9] } : row)),
  zeros: (rows: Row[]) => rows.map(({ index }) => ({ index, embedding: vectorOf('').map(() => 0) })),
  words: (rows: Row[]) => rows.map(({ index }) => ({ index, embedding: ['很', '像'] })),
  constant: (rows: Row[]) => rows.map(({ index }) => ({ index, embedding: vectorOf('同') })),
} as const
export type Mood =
  keyof typeof MOODS | 'refuses' | 'delays' | 'nonsense' | 'redirects' | 'hangs up' | 'endless'

/** A real server with the interface of OpenAI on loopback, that can be bad. */
export async function startVectorServer() {
  let mood: Mood = 'good'
  const asked: { model: string; input: string[] }[] = []
  const waiting = new Set<ServerResponse>()
  const misbehave: Partial<Record<Mood, (response: ServerResponse) => void>> = {
    refuses: response => response.writeHead(429).end('{}'),
    delays: response => void waiting.add(response),
    nonsense: response => response.writeHead(200).end('<html>'),
    redirects: response => response.writeHead(302, { Location: '/other' }).end(),
    'hangs up': response => response.destroy(),
    endless: response => {
      const piece = Buffer.alloc(1_000_000, ' ')
      const more = (): void => {
        if (!response.destroyed) response.write(piece, more)
      }
      response.writeHead(200)
      more()
    },
  }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece))
    request.on('end', () => {
      const bad = misbehave[mood]
      if (bad) return bad(response)
      const question = JSON.parse(body) as { model: string; input: string[] }
      asked.push(question)
      const rows = question.input.map((text, index) => ({ index, embedding: vectorOf(text) }))
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify({ data: MOODS[mood as keyof typeof MOODS](rows) }))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    be: (next: Mood) => void (mood = next),
    close: async () => {
      for (const response of waiting) response.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
