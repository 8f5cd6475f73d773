import { CARD_TOPICS } from '@shared/facts/reading/cardTopics'
import type { CardQuery } from '@shared/contract/reading/shareCard'
import { findCategory } from '@server/domain/category'
import { checkCategory } from '@server/catalogues/catalogue'
import { publicFile } from '@server/http/route'
import { requireOrgTarget } from '@server/people/orgs'
import type { Db } from '@server/platform/store/db'
import { noticeCard, presentShareCard } from '@server/reading/channels'
import { noticePage } from '../noticePage'

const tag = '阅读'

/** @throws AppError 400 `category-not-found`, 404 `org-not-found` */
async function wordsOf(db: Db, { topic, org, category }: Omit<CardQuery, 'shape'>) {
  checkCategory(category)
  const place = org === undefined ? null : (await requireOrgTarget(db, org, 'org')).org
  const name = (category !== undefined && findCategory(category)?.name) || ''
  return { place: place?.name ?? '', title: `${name}${name && topic === 'category' ? '' : CARD_TOPICS[topic]}`, under: '' }
} // prettier-ignore

export const shareCardRoutes = [
  publicFile('GET /notices/:id/card', {
    cost: 20,
    mayBeGone: true,
    tag,
    summary: '一条公示的转发卡片图：哪个村、什么公示、哪一期，没有姓名和金额',
    handle: async ({ services, params: { id }, query: { shape } }) =>
      presentShareCard(noticeCard(await noticePage(services, id)), shape),
  }),
  publicFile('GET /share-card', {
    cost: 20,
    tag,
    summary: '其他公开页面的转发卡片图：哪个村、什么页面',
    handle: async ({ services: { db }, query: { shape, ...about } }) =>
      presentShareCard(await wordsOf(db, about), shape),
  }),
]
