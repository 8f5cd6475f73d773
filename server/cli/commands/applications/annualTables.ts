import { type AnnualTables, countTables, readYearRecords } from '@server/domain/annualReport'
import { readArguments, UsageError } from '../../command'
import { readJsonFile, valueOf } from '../../jsonFile'

/** Runs `annual tables FILE` → tables 二, 三 and 四 of the annual report from bare records; a false identity is a finding. */
export async function run(args: string[]): Promise<AnnualTables> {
  const [file, ...others] = readArguments(args, {}).positionals
  if (file === undefined || others.length > 0) throw new UsageError('请给出一个年度记录文件')
  return countTables(valueOf(readYearRecords(await readJsonFile(file)), '年度记录'))
}
