import { randomUUID } from 'node:crypto'

const BASE = process.env.BASE ?? 'http://127.0.0.1:8080'
export const V1 = 'XQ-DH-LX-V01'
export const V2 = 'XQ-DH-LX-V02'
export const STREET = 'XQ-DH-LX'
export const AREA = 'XQ'
export const TODAY = '2026-11-20'

/** Sessions by test login. */
export const tokens = new Map()
async function tokenOf(person) {
  if (!tokens.has(person)) {
    const answer = await fetch(`${BASE}/api/v1/auth/wechat`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code: `${person}#${randomUUID().slice(0, 8)}` }),
    })
    const body = await answer.json()
    if (!answer.ok) throw new Error(`${person}: ${JSON.stringify(body)}`)
    tokens.set(person, body)
  }
  return tokens.get(person).accessToken ?? tokens.get(person).token
}

/** Requests with an unexpected outcome. */
export const faults = { count: 0 }
/** Sends a request of a person; prints an unexpected outcome. */
export async function does(person, method, path, body, { file, refused = false } = {}) {
  const headers = { Authorization: `Bearer ${await tokenOf(person)}` }
  if (method !== 'GET') headers['Idempotency-Key'] = randomUUID()
  let sent
  if (file) {
    sent = new FormData()
    for (const [name, value] of Object.entries(body ?? {})) sent.append(name, value)
    sent.append('file', new Blob([file.content]), file.name)
  } else if (method !== 'GET') {
    headers['Content-Type'] = 'application/json'
    sent = JSON.stringify(body ?? {})
  }
  const answer = await fetch(`${BASE}/api/v1${path}`, { method, headers, body: sent })
  const text = await answer.text()
  if (answer.ok === refused) {
    faults.count += 1
    console.log(`${person} ${method} ${path}: ${answer.status} ${text.slice(0, 600)}`)
  }
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
export const get = (person, path) => does(person, 'GET', path)
export const post = (person, path, body, more) => does(person, 'POST', path, body, more)
export const put = (person, path, body) => does(person, 'PUT', path, body)
/** Editor, supervisor and head of the first village, and of the second. */
export const village1 = ['editor', 'supervisor', 'head']
export const village2 = ['editor', 'supervisor', 'head'].map(role => `${role}-${V2.toLowerCase()}`)
