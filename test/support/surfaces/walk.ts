import { unzipSync } from 'fflate'
import type { Route } from '../../../server/http/route'
import { ROUTES } from '../../../server/compose'
import type { TestServer } from '../api/testServer'
import { wordsOf as pdfWords } from '../print/pages'

/** The parameters in the addresses of a walk. */
export interface Known {
  orgCode: string
  noticeIds: readonly string[]
  itemId: string
  catalogueId: string
  itemKey: string
  sha256: string
  /** A picture in a published notice. */
  pictureSha256: string
  /** Code of an item of the village's micro-power list. */
  powerCode: string
  caseId: string
  /** Words that are searched for. */
  queries: readonly string[]
}

export const keyOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  `${method.toUpperCase()} ${path}`

/** Addresses of routes that need more than their parameters filled in; a new route that does fails the walk until it is here. */
const SAMPLES: Record<string, (known: Known) => string[]> = {
  'GET /home': ({ orgCode }) => ['/home', `/home?org=${orgCode}`],
  'GET /orgs/:code/notices': ({ orgCode }) => [
    `/orgs/${orgCode}/notices?limit=50`,
    `/orgs/${orgCode}/notices?category=village-finance&limit=50`,
  ],
  'GET /catalogue-items/:id': ({ orgCode, itemId }) => [`/catalogue-items/${itemId}?org=${orgCode}`],
  'GET /catalogue-items/:id/table': ({ orgCode, itemId }) =>
    ['money', 'recipients', 'leases', 'balance-sheet'].map(
      table => `/catalogue-items/${itemId}/table?org=${orgCode}&period=2026-10&table=${table}`,
    ),
  'GET /orgs/:code/finance/class': ({ orgCode }) =>
    ['income', 'expense', 'assets'].map(code => `/orgs/${orgCode}/finance/class?class=${code}`),
  'GET /orgs/:code/columns/:key': ({ orgCode, itemKey }) => [`/orgs/${orgCode}/columns/${itemKey}`],
  'GET /orgs/:code/columns/:key/export': ({ orgCode, itemKey }) =>
    ['html', 'json', 'rss'].map(format => `/orgs/${orgCode}/columns/${itemKey}/export?format=${format}`),
  'GET /search': ({ orgCode, queries }) =>
    queries.map(q => `/search?org=${orgCode}&limit=50&q=${encodeURIComponent(q)}`),
  'GET /orgs/:code/finance/export': ({ orgCode }) =>
    ['csv', 'xlsx'].map(format => `/orgs/${orgCode}/finance/export?year=2026&format=${format}`),
  'GET /orgs/:code/finance/package': ({ orgCode }) => [`/orgs/${orgCode}/finance/package?year=2026`],
  'GET /orgs/:code/payouts': ({ orgCode }) =>
    ['subsidy', 'social-assistance'].map(
      category => `/orgs/${orgCode}/payouts?category=${category}&year=2026`,
    ),
  'GET /orgs/:code/payouts/export': ({ orgCode }) =>
    ['csv', 'xlsx'].map(
      format => `/orgs/${orgCode}/payouts/export?category=social-assistance&year=2026&format=${format}`,
    ),
  'GET /files/:sha256/pictures/:size': ({ pictureSha256 }) =>
    ['list', 'reading'].map(size => `/files/${pictureSha256}/pictures/${size}`),
  // Only WeChat knows the address, and only while it checks the picture.
  'GET /picture-checks/:pass': () => [],
  // Opened by a signed ticket alone, for ten minutes.
  'GET /application-papers/:ticket': () => [],
  'GET /orgs/:code/powers/export': ({ orgCode }) =>
    ['xlsx', 'json'].map(format => `/orgs/${orgCode}/powers/export?format=${format}`),
  'GET /orgs/:code/zone/paper': ({ orgCode }) =>
    ['guide', 'form-person', 'form-body', 'matrix'].map(
      paper => `/orgs/${orgCode}/zone/paper?paper=${paper}`,
    ),
  'GET /codes': ({ orgCode, noticeIds }) =>
    [`v/${orgCode}`, ...noticeIds.slice(0, 2).map(id => `n/${id}`)].map(code => `/codes?code=${code}`),
  'GET /notices/:id/card': ({ noticeIds }) =>
    noticeIds
      .slice(0, 2)
      .flatMap(id => ['chat', 'timeline'].map(shape => `/notices/${id}/card?shape=${shape}`)),
  'GET /share-card': ({ orgCode }) => [`/share-card?topic=home&org=${orgCode}&shape=chat`],
  'GET /cases/:id': ({ caseId }) => [`/cases/${caseId}`],
  'GET /work/cases/:id': ({ caseId }) => [`/work/cases/${caseId}`],
  'GET /ledger/consistency': () => ['/ledger/consistency?from=0&to=1'],
  'GET /catalogues/:id/export': ({ catalogueId }) =>
    ['xlsx', 'html'].map(format => `/catalogues/${catalogueId}/export?format=${format}`),
  'GET /notices/:id/export': ({ noticeIds }) =>
    noticeIds.flatMap(id => ['csv', 'xlsx'].map(format => `/notices/${id}/export?format=${format}`)),
  // A sheet takes a second to make, and says what the article says.
  'GET /notices/:id/wall': ({ noticeIds }) => [
    ...noticeIds.slice(0, 2).map(id => `/notices/${id}/wall?form=a4`),
    ...noticeIds.flatMap(id => ['article', 'broadcast'].map(form => `/notices/${id}/wall?form=${form}`)),
  ],
}

/** The addresses at which a route is walked: its sample, else its parameters filled in by their name. */
export function addressesOf(route: Pick<Route, 'method' | 'path'>, known: Known): string[] {
  const sample = SAMPLES[keyOf(route)]
  if (sample) return sample(known)
  const filled = route.path
    .replace(':code', known.orgCode)
    .replace(':sha256', known.sha256)
    .replace(':itemCode', known.powerCode)
  return filled.includes(':id') ? known.noticeIds.map(id => filled.replace(':id', id)) : [filled]
}

export const PUBLIC_READS: readonly Route[] = ROUTES.filter(
  ({ method, access }) => method === 'get' && access === 'public',
)
export const STAFF_READS: readonly Route[] = ROUTES.filter(
  ({ method, access }) => method === 'get' && access === 'login',
)

export interface Seen {
  address: string
  status: number
  /** All words of the answer: JSON unescaped, parts of an office file unpacked, a PDF read, headers before them. */
  words: string
}

const isZip = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 2) === 'PK'

const isPdf = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 5) === '%PDF-'

async function wordsOf(bytes: Buffer): Promise<string> {
  if (isPdf(bytes)) return (await pdfWords(bytes)).join('\n')
  return isZip(bytes)
    ? Object.entries(unzipSync(bytes))
        .map(([name, part]) => `${name} ${Buffer.from(part).toString('utf8')}`)
        .join('\n')
    : bytes.toString('utf8')
}

/** Asks for an address as the public or as a person, and reads the answer with its headers. */
export async function look(server: TestServer, address: string, token?: string): Promise<Seen> {
  const response = await fetch(`${server.url}/api/v1${address}`, {
    headers: token ? { Authorization: `Bearer ${token}` } : {},
  })
  const headers = [...response.headers].map(([name, value]) => `${name}: ${decodeURIComponent(value.replace(/%(?![0-9A-Fa-f]{2})/g, ''))}`) // prettier-ignore
  const bytes = Buffer.from(await response.arrayBuffer())
  return { address, status: response.status, words: `${headers.join('\n')}\n${await wordsOf(bytes)}` }
}
