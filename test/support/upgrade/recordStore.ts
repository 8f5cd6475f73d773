/**
 * Makes the fixtures of `test/fixtures/upgrade` from a running program of the recorded commit:
 * `BASE=http://127.0.0.1:8080 npx tsx test/support/upgrade/recordStore.ts FOLDER`, FOLDER = its `data export`.
 */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { type RecordedEdition, type RecordedPage, writeRecorded, writeStore } from './recorded'
import { shownIn } from './shown'

const COMMIT = 'b6dd4a5'
const VILLAGE = 'XQ-DH-LX-V01'
const STREET = 'XQ-DH-LX'
const AREA = 'XQ'
/** Kept answers of an `Idempotency-Key` live for a day and are bulky: some are enough. */
const KEPT_ANSWERS = 6
const SAMPLES = 1
const COLUMNS = 8

// The recorded program's answers have no types here.
/* eslint-disable @typescript-eslint/no-explicit-any */
type Row = Record<string, any>

const [folder = ''] = process.argv.slice(2)
const base = `${process.env.BASE ?? 'http://127.0.0.1:8080'}/api/v1`
const linesOf = (name: string): string[] =>
  readFileSync(path.join(folder, 'collections', name), 'utf8')
    .split('\n')
    .filter(Boolean)
const rowsOf = (name: string): Row[] => linesOf(`${name}.jsonl`).map(line => JSON.parse(line) as Row)

const pages: RecordedPage[] = []
const readers: Record<string, string> = {}
const tokens = new Map<string, string>()

async function logIn(reader: string): Promise<string> {
  const code = `${reader}#${randomBytes(4).toString('hex')}`
  const answer = await fetch(`${base}/auth/wechat`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  const { accessToken, token } = (await answer.json()) as Row
  tokens.set(reader, accessToken ?? token)
  return tokens.get(reader)!
}

/** Reads a page and records what it shows; a page that is refused is recorded too. */
async function read(place: string, reader: string | null = null): Promise<Row> {
  const token = reader === null ? null : (tokens.get(reader) ?? (await logIn(reader)))
  const answer = await fetch(base + place, { headers: token ? { Authorization: `Bearer ${token}` } : {} })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const type = answer.headers.get('content-type') ?? ''
  pages.push({ reader, path: place, ...shownIn(answer.status, type, bytes) })
  return /^application\/json\b/.test(type) ? (JSON.parse(bytes.toString()) as Row) : {}
}
async function readAll(places: readonly string[], reader: string | null = null): Promise<void> {
  for (const place of places) await read(place, reader)
}

async function readOrg(code: string, categories: readonly string[]): Promise<void> {
  const at = `/orgs/${code}`
  await readAll([`/home?org=${code}`, at, `${at}/notices?limit=50`, `${at}/catalogue`])
  await readAll(['2025', '2026'].map(year => `${at}/finance?year=${year}`))
  await readAll(categories.map(category => `${at}/notices?limit=50&category=${category}`))
  await readAll(categories.map(category => `${at}/payouts?category=${category}&year=2026`))
  await read(`/search?org=${code}&q=${encodeURIComponent('公开')}&limit=50`)
  await readAll(['open', 'closed'].map(show => `${at}/cases?limit=50&show=${show}`))
  const { items = [] } = await read(`${at}/powers`)
  for (const item of items.slice(0, SAMPLES)) {
    await readAll(['', '/chart.svg'].map(rest => `${at}/powers/${item.code}${rest}`))
  }
  const { columns = [] } = await read(`${at}/columns`)
  const shown = columns.filter((column: Row) => column.disclosing > 0)
  for (const { key } of [...shown, ...columns].slice(0, COLUMNS)) await read(`${at}/columns/${key}`)
  for (const { key } of shown.slice(0, SAMPLES)) {
    await readAll(['html', 'json', 'rss'].map(format => `${at}/columns/${key}/export?format=${format}`))
  }
}

async function readVillageFiles(): Promise<void> {
  const at = `/orgs/${VILLAGE}`
  for (const format of ['csv', 'xlsx']) {
    await read(`${at}/finance/export?year=2026&format=${format}`)
    await read(`${at}/payouts/export?category=subsidy&year=2026&format=${format}`)
  }
  await readAll(['income', 'expense'].map(kind => `${at}/finance/class?year=2026&class=${kind}`))
  await readAll(['json', 'xlsx'].map(format => `${at}/powers/export?format=${format}`))
  await readAll([`${at}/finance/package?year=2026`, `${at}/powers/handbook.pdf`, `${at}/powers/wall.pdf`])
}

/** Pages of each notice, and of each edition of those with several; withdrawn and erased ones included. */
async function readNotices(): Promise<void> {
  const entered = rowsOf('ledgerEntries').filter(({ event }) => event === 'publish' || event === 'correct')
  const editions = new Map<string, number>()
  for (const { noticeId, edition } of entered) editions.set(noticeId, Number(edition.$numberInt))
  const asked = new Set(rowsOf('objections').map(({ noticeId }) => noticeId as string))
  for (const [id, last] of editions) {
    await readAll(['', '/ledger', '/alongside'].map(rest => `/notices/${id}${rest}`))
    if (asked.has(id)) await read(`/notices/${id}/objections`)
    for (let edition = 1; edition <= last && last > 1; edition += 1) {
      await readAll(['', '/ledger'].map(rest => `/notices/${id}${rest}?edition=${edition}`))
    }
  }
  for (const id of [...editions.keys()].slice(0, SAMPLES)) {
    await readAll(['csv', 'xlsx'].map(format => `/notices/${id}/export?format=${format}`))
    const forms = ['a4', 'a3', 'poster', 'article', 'broadcast']
    await readAll(forms.map(form => `/notices/${id}/wall?form=${form}`))
  }
}

async function readPublic(): Promise<Row> {
  await readAll(['/meta', '/home', '/canned-reasons', '/ledger/export', '/ledger/consistency?from=1&to=50'])
  const checkpoint = await read('/ledger/checkpoint')
  const categories = (await read('/categories')).items.map((one: Row) => one.code)
  const { items: orgs } = await read('/orgs')
  for (const { code } of orgs) await readOrg(code, categories)
  await readVillageFiles()
  const inForce = rowsOf('catalogues').filter(row => row.active && row.orgCode.startsWith(STREET))
  for (const { _id } of inForce.slice(0, SAMPLES)) {
    await readAll(['html', 'xlsx'].map(format => `/catalogues/${_id}/export?format=${format}`))
  }
  const inForceIds = new Set(inForce.map(({ _id }) => _id))
  const items = rowsOf('catalogueItems').filter(({ catalogueId }) => inForceIds.has(catalogueId))
  await readAll(items.map(({ _id }) => `/catalogue-items/${_id}`))
  await readAll(rowsOf('powerCases').map(({ _id }) => `/cases/${_id}`))
  for (const { sha256 } of rowsOf('files')) {
    await readAll(['', '/pictures/list', '/pictures/reading'].map(rest => `/files/${sha256}${rest}`))
  }
  await readNotices()
  return checkpoint
}

/** Pages of the village's, the street's and the area's staff: they show the records that no public page shows. */
async function readStaff(): Promise<void> {
  // First: reading the other pages writes entries.
  const actions = new Set(rowsOf('auditEntries').map(({ action }) => action as string))
  const asked = [...actions].filter(action => !action.startsWith('audit.')).sort()
  const before = `to=${encodeURIComponent('2026-11-20')}`
  await readAll(asked.map(action => `/audit?org=${AREA}&limit=50&${before}&action=${action}`), 'audit-admin') // prettier-ignore
  const at = `/orgs/${VILLAGE}`
  await readAll(
    [
      '/me',
      '/me/inbox?limit=50',
      ...['work?limit=50', 'work/waiting', 'obligations?limit=50', 'events?limit=50', 'desk?year=2026'],
      ...['coverage?year=2026', 'today', 'list', 'claims?limit=50', 'roll?limit=50', 'objections?limit=50'],
      ...['work/cases?limit=50', 'desk/cases', 'catalogues', 'powers/model', 'findings?limit=50'],
    ].map(place => (place.startsWith('/') ? place : `${at}/${place}`)),
    'head',
  )
  const own = (name: string) => rowsOf(name).filter(({ orgCode }) => orgCode === VILLAGE)
  const states = new Map(own('notices').map(({ state, _id }) => [state, _id]))
  await readAll([...states.values()].map(id => `/work/${id}`), 'head') // prettier-ignore
  await readAll(own('findings').map(({ _id }) => `/findings/${_id}`), 'head') // prettier-ignore
  await readAll(own('objections').map(({ _id }) => `/objections/${_id}`), 'head') // prettier-ignore
  await readAll(own('powerCases').map(({ _id }) => `/work/cases/${_id}`), 'head') // prettier-ignore
  const street = `/orgs/${STREET}`
  const places = ['findings?limit=50', 'desk?year=2026', 'coverage?year=2026', 'today', 'desk/cases']
  const more = [`alignment?village=${VILLAGE}`, 'alignment/villages', 'inspections', 'catalogues']
  const rest = ['catalogues/drafts', 'powers/model', 'obligations?limit=50']
  await readAll([...places, ...more, ...rest].map(place => `${street}/${place}`), 'street-clerk') // prettier-ignore
  await readAll(rowsOf('inspections').map(({ _id }) => `/inspections/${_id}`), 'street-clerk') // prettier-ignore
  for (const { _id } of rowsOf('catalogueDrafts')) {
    await readAll(['', '/rows?limit=50'].map(tail => `/catalogue-drafts/${_id}${tail}`), 'street-clerk') // prettier-ignore
  }
  const mine = ['residence', 'household', 'objections?limit=50', 'inbox?limit=50', 'subscriptions']
  await readAll(mine.map(place => `/me/${place}`), 'villager') // prettier-ignore
  await read(`${at}/grants?limit=50`, 'security-admin')
}

const editionsOf = (rows: readonly Row[]): RecordedEdition[] =>
  rows
    .map(({ noticeId, edition, live, withdrawn, sha256, foldedSha256, title, sentence }) => ({
      ...{ noticeId, edition: Number(edition.$numberInt), live, withdrawn: withdrawn !== null },
      ...{ sha256, foldedSha256, title, sentence },
    }))
    .sort((a, b) => (a.noticeId === b.noticeId ? a.edition - b.edition : a.noticeId < b.noticeId ? -1 : 1))

async function main(): Promise<void> {
  const rows = readdirSync(path.join(folder, 'collections')).flatMap(file => {
    const collection = path.basename(file, '.jsonl')
    const lines = linesOf(file)
    const kept = collection === 'idempotencyKeys' ? lines.slice(0, KEPT_ANSWERS) : lines
    return kept.map(line => ({ collection, line }))
  })
  const editions = editionsOf(rowsOf('publications'))
  const { size, root } = await readPublic()
  await readStaff()
  for (const { _id, openid } of rowsOf('users')) {
    const reader = String(openid).replace('demo-openid-', '')
    if (tokens.has(reader)) readers[reader] = _id
  }
  const written = [writeStore(rows), writeRecorded({ commit: COMMIT, ledger: { size, root }, readers, editions, pages })] // prettier-ignore
  console.log(`${rows.length} rows, ${pages.length} pages, ${written.join(' + ')} bytes`)
  console.log([...new Set(pages.filter(({ status }) => status >= 400).map(page => `${page.status} ${page.path}`))].join('\n')) // prettier-ignore
}

void main()
