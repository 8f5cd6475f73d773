import { clockAnswer, type ClockAnswer, readEventList } from '@server/domain/application'
import type { HolidayTable } from '@server/domain/deadline'
import { isRaw } from '@server/domain/readRecords'
import { BadLines, InputError, readArguments, UsageError } from '../../command'
import { readHolidays } from '../../holidayFile'
import { printForEachLine } from '../../io'
import { parseJson, readJsonFile, valueOf } from '../../jsonFile'

type Printed = Omit<ClockAnswer, 'missingYear'>

/**
 * Answers one event list.
 * @throws InputError `invalid-input`; `holidays-missing` with the answer that needs the year
 */
function answerOf(value: unknown, holidays: HolidayTable): Printed {
  const named = isRaw(value) && value.id !== undefined ? { id: value.id } : {}
  const list = valueOf(readEventList(value), '事件', named)
  const { missingYear, ...answer } = clockAnswer(list, holidays)
  if (missingYear === null) return answer
  const message = `没有 ${missingYear} 年的节假日安排，不能推算工作日，请用 --holidays 补上`
  const details = [{ code: 'holidays-missing', field: String(missingYear), message }]
  throw new InputError('holidays-missing', message, details, answer)
}

/** Answers every line; a line that cannot be answered says so. Returns the number of lines that are bad input. */
async function answerLines(file: string, holidays: HolidayTable): Promise<number> {
  let bad = 0
  await printForEachLine(file, line => {
    try {
      return answerOf(parseJson(line, '这一行'), holidays)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      const { code, message, details, answer } = error
      if (code !== 'holidays-missing') bad++
      return { ...answer, error: { code, message, details } }
    }
  })
  return bad
}

/**
 * Runs `application clock FILE | --lines FILE [--holidays FILE]` → the day by which an application is answered, with its
 * sum in words. A year without a holiday table: `due` null and `error` in the answer, exit code 1; with `--lines` the
 * list goes on and the exit code is that of the other lines.
 */
export async function run(args: string[]): Promise<Printed | undefined> {
  const text = { type: 'string' } as const
  const { values, positionals } = readArguments(args, { lines: text, holidays: text })
  const [file, ...others] = positionals
  if ((file === undefined) === (values.lines === undefined) || others.length > 0) {
    throw new UsageError('请给出一个事件文件，或者用 --lines 给出一行一份的文件')
  }
  const holidays = await readHolidays(values.holidays)
  if (file !== undefined) return answerOf(await readJsonFile(file), holidays)
  const bad = await answerLines(values.lines ?? '', holidays)
  if (bad > 0) throw new BadLines(`有 ${bad} 行不对，已在各行写明`)
  return undefined
}
