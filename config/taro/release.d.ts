interface Given {
  appid: string | undefined
  apiBase: string | undefined
}

export function releaseFaults(given: Given): string[]
export function demandRelease(given: Given): void
