import { scanText } from '../../../server/domain/privacy'
import { ROLL } from '../api/roster'

/** Something that must not be in a log. */
export interface Leak {
  kind: string
  text: string
}

/** Secrets by their form, and the names that carry them. */
const SECRETS: readonly (readonly [kind: string, form: RegExp])[] = [
  ['token', /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/],
  ['authorization', /\b(?:Bearer|Basic) [\w+/=.-]{8,}/i],
  ['private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['password in an address', /\b[a-z+]+:\/\/[^\s/:@"]+:[^\s/@"]+@/i],
  ['refresh token', /(?<![\w-])[\w-]{43}(?![\w-])/],
  ['salt or hash of a secret', /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/],
  [
    'secret by its name',
    /"?(?:access_?token|refresh_?token|session_?key|app_?secret|secret|password|openid|jwt_?secret|totp|salt)"?\s*[:=]\s*"?(?!\*{3}|null|""|\s)[^\s"',}]{4,}/i,
  ],
  ['development secret', /development-only-[\w-]+/],
]

/** People whom the tests make up. */
const PEOPLE = Object.values(ROLL).flatMap(({ name, phone }) => [name, phone].filter(Boolean))

/** Values that a logger adds by itself, and that are never typed in by anybody. */
const OWN_FIELDS = new Set(['level', 'time', 'pid', 'hostname', 'requestId', 'ms', 'status', 'method'])

/** Every text in a value, each with its path. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    OWN_FIELDS.has(key) ? [] : [...textsIn(inner), ...(typeof inner === 'string' ? [`${key}=${inner}`] : [])],
  )
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return line
  }
}

/** The address of a stored file is the hash of what everybody may read there. */
const FILE_ADDRESS = /\/files\/[0-9a-f]{64}(?![0-9a-f])/g

const secretsIn = (text: string): Leak[] =>
  SECRETS.flatMap(([kind, form]) => {
    const found = form.exec(text.replace(FILE_ADDRESS, '/files'))?.[0]
    return found ? [{ kind, text: found }] : []
  })

/** What a line of a log gives away: secrets, tokens, numbers and words of persons. */
export function leaksIn(line: string): Leak[] {
  const texts = [...new Set(textsIn(parsed(line)))]
  return texts.flatMap(text => [
    ...secretsIn(text),
    ...scanText(text).map(finding => ({ kind: finding.kind, text: finding.text })),
    ...PEOPLE.filter(person => text.includes(person)).map(person => ({
      kind: 'person of a test',
      text: person,
    })),
  ])
}
