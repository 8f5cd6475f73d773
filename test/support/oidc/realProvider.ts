import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

export interface RealProvider {
  issuer: string
  /** Goes to an address of the provider as a browser would, logs in as `account`, and returns the answer it is sent back with. */
  visit(url: string, account: string): Promise<{ code: string; state: string; iss?: string }>
  stop(): void
}

interface Client {
  clientId: string
  clientSecret: string
  redirectUri: string
}

const MOST_STEPS = 10

/** Starts provider.mjs as a program of its own. */
export async function startRealProvider({
  clientId,
  clientSecret,
  redirectUri,
}: Client): Promise<RealProvider> {
  const program = path.join(__dirname, 'provider.mjs')
  const child = spawn(process.execPath, [program, clientId, clientSecret, redirectUri], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const issuer = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', line => line.startsWith('http') && resolve(line))
    child.once('exit', code => reject(new Error(`the provider did not start: ${code}`)))
  })
  return { issuer, visit: (url, account) => visit(url, account, redirectUri), stop: () => void child.kill() }
}

async function visit(first: string, account: string, redirectUri: string) {
  const cookies = new Map<string, string>()
  let url = first
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie, 'x-account': account } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split('=')
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`)
    url = new URL(location, url).href
    if (!url.startsWith(redirectUri)) continue
    const { code = '', state = '', iss } = Object.fromEntries(new URL(url).searchParams)
    return { code, state, ...(iss !== undefined && { iss }) }
  }
  throw new Error(`the provider never sent back: ${url}`)
}
