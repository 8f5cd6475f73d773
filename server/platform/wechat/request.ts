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

/** Builds an address of the API with its query. */
export function address(apiBase: string, path: string, query: Record<string, string> = {}): URL {
  const url = new URL(`${apiBase}${path}`)
  url.search = new URLSearchParams(query).toString()
  return url
}
