import type { Home, ItemPage, NoticePage } from '@shared/contract/reading/site'
import { plainPaths } from '@server/platform/config/publicAddresses'

interface Named {
  code: string
  name: string
}

const organisation = ({ code, name }: Named, base: string) => ({
  '@type': 'GovernmentOrganization',
  '@id': base + plainPaths.place(code),
  name,
  url: base + plainPaths.place(code),
})

/** schema.org of a notice: a data set if it holds a table, else an article. Carries no word of the record but title and sentence. */
export function noticeData({ notice, org, item, presented }: NoticePage, url: string, base: string): object {
  const files = `${base}/api/v1/notices/${encodeURIComponent(notice.id)}`
  const common = {
    '@id': url,
    url,
    description: notice.sentence || notice.title,
    inLanguage: 'zh-CN',
    datePublished: notice.publishedAt,
    version: String(notice.edition),
    about: item.path.join(' › '),
    isAccessibleForFree: true,
    publisher: organisation(org, base),
  }
  if (!presented.blocks.some(({ kind }) => kind === 'table')) {
    return { '@type': 'Article', headline: notice.title, ...common }
  }
  const download = (encodingFormat: string, contentUrl: string) => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl,
  })
  return {
    '@type': 'Dataset',
    name: notice.title,
    ...common,
    temporalCoverage: notice.period,
    distribution: [
      download(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        `${files}/export?format=xlsx`,
      ),
      download('application/json', files),
    ],
  }
}

/** schema.org of an organisation with its contacts. */
export const placeData = ({ org, contacts }: Home, base: string): object => ({
  ...organisation(org, base),
  ...(org.address && { address: org.address }),
  contactPoint: contacts.map(({ jobTitle, phone }) => ({
    '@type': 'ContactPoint',
    contactType: jobTitle,
    telephone: phone,
  })),
})

/** schema.org of a catalogue item: a service if people apply for it, else what is disclosed. */
export const itemData = ({ item, issuer, guide }: ItemPage, base: string): object => ({
  '@type': guide ? 'GovernmentService' : 'CreativeWork',
  name: item.path.at(-1),
  url: base + plainPaths.item(issuer.code, item.key),
  inLanguage: 'zh-CN',
  [guide ? 'provider' : 'publisher']: organisation(issuer, base),
})
