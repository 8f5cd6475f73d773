import { BALANCE_FIELDS, type Field, LINE_FIELDS } from './fields'

/** Fiscal Data Package 1.0rc1 and Tabular Data Package 1.0, read 2026-11-29. */
const DIALECT = { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true }

export interface Issued {
  org: { code: string; name: string }
  year: number
  /** Address of the page that shows the same accounts. */
  homepage: string
  madeAt: Date
}

const described = <Thing>({ of: _of, ...field }: Field<Thing>) => field

/** Values that are the same in every row and have no column. */
const constants = ({ org, year }: Issued) => [
  { name: 'currency', type: 'string', title: '币种', columnType: 'value-currency:code', constant: 'CNY' },
  { name: 'fiscal_year', type: 'integer', title: '年度', columnType: 'date:fiscal-year', constant: year },
  { name: 'org_code', type: 'string', title: '机构代码', columnType: 'administrative-classification:generic:level1:code', constant: org.code }, // prettier-ignore
  { name: 'org', type: 'string', title: '机构', columnType: 'administrative-classification:generic:level1:label', constant: org.name }, // prettier-ignore
  { name: 'phase', type: 'string', title: '阶段', columnType: 'phase:id', constant: 'executed' },
]

const resource = <Thing>(
  issued: Issued,
  { name, title, fields }: { name: string; title: string; fields: readonly Field<Thing>[] },
) => ({
  name,
  path: `data/${name}.csv`,
  title,
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: DIALECT,
  schema: {
    fields: fields.map(described),
    primaryKey: 'id',
    missingValues: [''],
    extraFields: constants(issued),
  },
})

/** Builds the datapackage.json of a year's published accounts. */
export const descriptorOf = (issued: Issued) => ({
  profile: 'tabular-data-package',
  name: `${issued.org.code.toLowerCase()}-accounts-${issued.year}`,
  title: `${issued.org.name}${issued.year}年公开的收支`,
  description:
    '已经公开的收支公示，一笔一行；只有公示页面上看得到的内容。以 = + - @ 开头的文字前面加了一个单引号，免得表格软件当公式执行。',
  homepage: issued.homepage,
  created: issued.madeAt.toISOString(),
  countryCode: 'CN',
  granularity: 'transactional',
  fiscalPeriod: { start: `${issued.year}-01-01`, end: `${issued.year}-12-31` },
  sources: [{ title: `${issued.org.name}全年的账`, path: issued.homepage }],
  resources: [
    resource(issued, { name: 'lines', title: '收支明细', fields: LINE_FIELDS }),
    resource(issued, { name: 'balances', title: '各期余额', fields: BALANCE_FIELDS }),
  ],
})
