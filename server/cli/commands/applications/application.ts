import { annualOfCases, checkCase, FEE_MOST, feeOf, readCase } from '@server/domain/application'
import { PUBLISHED_HOLIDAYS } from '@server/domain/deadline'
import { ReportYear } from '@server/domain/annualReport'
import { type CommandModule, InputError, readArguments, UsageError } from '../../command'
import { readJsonFile, valueOf } from '../../jsonFile'

function countIn(name: string, text: string): number {
  const n = /^\d{1,9}$/.test(text) ? Number(text) : -1
  if (n >= 0 && n <= FEE_MOST) return n
  throw new InputError('not-a-count', `--${name} 应为 0 到 ${FEE_MOST} 的整数：${text}`)
}

/** Runs `application fee --items N | --pages N` → `{ sum, steps }` in yuan; by item or by page, never both. */
export const fee: CommandModule = {
  run(args) {
    const text = { type: 'string' } as const
    const { values, positionals } = readArguments(args, { items: text, pages: text })
    const { items, pages } = values
    if (positionals.length > 0 || (items === undefined) === (pages === undefined)) {
      throw new UsageError('请用 --items 给出件数，或者用 --pages 给出页数，两种不能同时计')
    }
    const answer =
      items === undefined
        ? feeOf('pages', countIn('pages', pages ?? ''))
        : feeOf('items', countIn('items', items))
    return Promise.resolve(answer)
  },
}

/** Runs `application check FILE` → `{ ok, faults }` of one case before its reply is signed; faults are no error. */
export const check: CommandModule = {
  async run(args) {
    const [file, ...others] = readArguments(args, {}).positionals
    if (file === undefined || others.length > 0) throw new UsageError('请给出一个案件文件')
    return checkCase(valueOf(readCase(await readJsonFile(file)), '案件'), PUBLISHED_HOLIDAYS)
  },
}

function yearIn(text: string): number {
  const year = ReportYear.safeParse(/^\d{4}$/.test(text) ? Number(text) : null)
  if (year.success) return year.data
  throw new InputError('bad-year', `--year 应为四位数的年份：${text}`)
}

/** Runs `application annual FILE --year Y` → tables 二, 三 and 四 of the annual report from exported cases, with `faults`. */
export const annual: CommandModule = {
  async run(args) {
    const { values, positionals } = readArguments(args, { year: { type: 'string' } })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0 || values.year === undefined) {
      throw new UsageError('请给出一个导出的案件文件，并用 --year 写明年份')
    }
    return valueOf(annualOfCases(await readJsonFile(file), yearIn(values.year)), '案件')
  },
}
