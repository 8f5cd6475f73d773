import { chinaDate } from '@shared/common/period'
import type { ContentBlock } from '@shared/contract/disclosure/notice'
import { csvLine } from '@server/documents/xlsx/writeCsv'
import { type ZippedFile, writeZip } from '@server/documents/archive/writeZip'
import type { PublishedAccount } from '../../queries/financeYear'
import type { Addresses } from '@server/platform/config/publicAddresses'
import { descriptorOf } from './descriptor'
import { BALANCE_FIELDS, type Field, LINE_FIELDS, type Line, type Statement } from './fields'
import { fileName, type Download } from '@server/platform/download'
import { shownContent } from '@server/disclosure/publications'

type Money = Extract<ContentBlock, { type: 'money' }>

interface Props {
  org: { code: string; name: string }
  year: number
  /** Reads the year's accounts; called once for each table, because they are sent while they are read. */
  accounts: () => AsyncIterable<PublishedAccount>
  to: Addresses
  now: Date
}

function statementsOf(account: PublishedAccount, to: Addresses, now: Date): Statement[] {
  const { noticeId, edition, title, period, publishedAt } = account
  const blocks = shownContent(account, now).blocks.filter((one): one is Money => one.type === 'money')
  const publishedOn = chinaDate(publishedAt)
  return blocks.map(block => ({ noticeId, edition, title, period, publishedOn, url: to.notice(noticeId), block })) // prettier-ignore
}

const linesOf = (statement: Statement): Line[] =>
  statement.block.lines.map((line, at) => ({ ...statement, line, nth: at + 1 }))

async function* tableOf<Thing>(
  { accounts, to, now }: Props,
  fields: readonly Field<Thing>[],
  rowsOf: (statement: Statement) => Thing[],
): AsyncGenerator<string> {
  yield csvLine(fields.map(({ name }) => name))
  for await (const account of accounts()) {
    const rows = statementsOf(account, to, now).flatMap(rowsOf)
    yield rows.map(row => csvLine(fields.map(({ of }) => of(row)))).join('')
  }
}

/** Public: a year's published accounts as a Fiscal Data Package, for further calculation. */
export function presentFiscalPackage(props: Props): Download {
  const { org, year, to, now } = props
  // Rounded to the day, so that the same accounts give the same file when requested twice.
  const madeAt = new Date(`${chinaDate(now)}T00:00:00+08:00`)
  const descriptor = descriptorOf({ org, year, homepage: to.finance(org.code, year), madeAt })
  const files: ZippedFile[] = [
    { name: 'datapackage.json', content: [JSON.stringify(descriptor, null, 2)] },
    { name: 'data/lines.csv', content: tableOf(props, LINE_FIELDS, linesOf) },
    { name: 'data/balances.csv', content: tableOf(props, BALANCE_FIELDS, statement => [statement]) },
  ]
  return {
    name: fileName(`${org.name}-${year}年收支-数据包`, 'zip'),
    mime: 'application/zip',
    bytes: null,
    sha256: null,
    content: writeZip(files, madeAt),
  }
}
