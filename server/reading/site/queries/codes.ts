import type { CodeTarget } from '@shared/contract/reading/code'
import { catalogueFor } from '@server/catalogues/catalogue'
import { erasuresOf } from '@server/disclosure/ledger'
import { noticesOfCode, orgOfNotice } from '@server/disclosure/notices'
import { editionsOf, presentSummary } from '@server/disclosure/publications'
import { namesIn, requireOrgTarget } from '@server/people/orgs'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { requirePublished } from '../noticePage'

const ID = /^ntc_[a-z0-9]{1,40}$/
const CODE = /^\d{7}$/

/** Returns the public notices that a short code 短码 or id names, erased ones among them; several share a code now and then. */
export async function noticesNamed(db: Db, named: string): Promise<{ _id: string; orgCode: string }[]> {
  if (ID.test(named)) {
    const orgCode = await orgOfNotice(db, named)
    return orgCode === null ? [] : [{ _id: named, orgCode }]
  }
  if (!CODE.test(named)) return []
  const found = await noticesOfCode(db, named)
  if (found.length < 2) return found
  const known = await Promise.all(
    found.map(async ({ _id }) => {
      const [editions, erasures] = await Promise.all([editionsOf(db, _id), erasuresOf(db, _id)])
      return editions.length + erasures.length > 0
    }),
  )
  return found.filter((_, at) => known[at])
}

async function noticeTarget(db: Db, id: string): Promise<CodeTarget> {
  const { publication } = await requirePublished(db, id)
  const { title, orgName, periodLabel } = presentSummary(publication, await namesIn(db, [], [publication]))
  return { kind: 'notice', id, title, orgName, periodLabel }
}

/** A notice that was erased by law: its page says when and why. */
const erasedTarget = (id: string): CodeTarget => ({
  kind: 'notice',
  id,
  title: '依法删除的公示',
  orgName: '',
  periodLabel: '',
})

/** @throws AppError 404 */
async function noticeTargets(db: Db, named: string): Promise<CodeTarget[]> {
  const found = await noticesNamed(db, named)
  const [one] = found
  if (one && found.length === 1) {
    const erased = (await erasuresOf(db, one._id)).length > 0 && (await editionsOf(db, one._id)).length === 0
    return [erased ? erasedTarget(one._id) : await noticeTarget(db, one._id)]
  }
  const targets = await Promise.all(found.map(({ _id }) => noticeTarget(db, _id).catch(() => null)))
  return targets.filter(target => target !== null)
}

async function catalogueTarget(db: Db, code: string, key: string | undefined): Promise<CodeTarget[]> {
  const place = await requireOrgTarget(db, code, 'code')
  if (key === undefined) return [{ kind: 'catalogue', orgCode: code, orgName: place.org.name }]
  const inForce = await catalogueFor(db, place)
  const item = inForce?.areas.flatMap(({ items }) => items).find(one => one.key === key)
  return item ? [{ kind: 'item', id: item._id, orgCode: code, title: item.path.join(' › ') }] : []
}

/**
 * Resolves a code 码: the path of a plain page without its first slash.
 * @throws AppError 404 `code-not-found` `notice-not-found` `org-not-found`
 */
export async function targetsOfCode(db: Db, code: string): Promise<CodeTarget[]> {
  const [kind, name = '', key] = code.split('/')
  const resolve = {
    n: () => noticeTargets(db, name),
    v: async (): Promise<CodeTarget[]> => {
      const { org } = await requireOrgTarget(db, name, 'code')
      return [{ kind: 'place', orgCode: org._id, orgName: org.name }]
    },
    c: () => catalogueTarget(db, name, key),
  }[kind as 'n' | 'v' | 'c']
  const targets = await resolve()
  if (targets.length === 0) throw notFound('code-not-found', 'code')
  return targets
}
