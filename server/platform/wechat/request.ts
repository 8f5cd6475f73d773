export interface Asking {
  /** Address with its query. */
  url: URL
  /** Sent as JSON by POST; without it the request is a GET. */
  body?: object
  timeoutMs: number
}

/**
 * Sends one request to the WeChat server API. Returns its JSON, or null without a valid answer: no response, timeout,
 * another status, truncated body.
 */
export async function ask({ url, body, timeoutMs }: Asking): Promise<unknown> {
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
      ...(body && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

/** A picture that WeChat drew. */
export interface Picture {
  mime: 'image/png' | 'image/jpeg'
  bytes: Buffer
}

const MOST_BYTES = 512 * 1024

/** Sends a request whose answer is a picture; returns the JSON of any other answer, null without a valid one. */
export async function askPicture({
  url,
  body,
  timeoutMs,
}: Required<Asking>): Promise<Picture | { said: unknown }> {
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const mime = PICTURES.find(([, start]) => bytes.subarray(0, start.length).equals(start))?.[0]
    if (answer.ok && mime && bytes.length <= MOST_BYTES) return { mime, bytes }
    return { said: answer.ok ? JSON.parse(bytes.toString('utf8')) : null }
  } catch {
    return { said: null }
  }
}

/** First bytes of the kinds of picture that WeChat sends. */
const PICTURES: readonly (readonly [Picture['mime'], Buffer])[] = [
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
]

/** Builds an address of the API with its query. */
export function address(apiBase: string, path: string, query: Record<string, string> = {}): URL {
  const url = new URL(`${apiBase}${path}`)
  url.search = new URLSearchParams(query).toString()
  return url
}
