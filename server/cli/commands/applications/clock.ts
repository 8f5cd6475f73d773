import type { ErrorBody } from '@shared/contract/common'
import { clockAnswer, type ClockAnswer, readEventList } from '@server/domain/application'
import type { HolidayTable } from '@server/domain/deadline'
import { isRaw } from '@server/domain/readRecords'
import { CheckFailed, InputError, readArguments, UsageError } from '../../command'
import { readHolidays } from '../../holidayFile'
import { printForEachLine } from '../../io'
import { parseJson, readJsonFile, valueOf } from '../../jsonFile'

/** The answer; with `error` where a year has no holiday table. */
type Printed = Omit<ClockAnswer, 'missingYear'> & Partial<ErrorBody>

/**
 * Answers one event list.
 * @throws InputError `invalid-input`
 */
function answerOf(value: unknown, holidays: HolidayTable): Printed {
  const { missingYear, ...answer } = clockAnswer(valueOf(readEventList(value), '事件'), holidays)
  if (missingYear === null) return answer
  const code = 'holidays-missing'
  const message = `没有 ${missingYear} 年的节假日安排，不能推算工作日，请用 --holidays 补上`
  return { ...answer, error: { code, message, details: [{ code, field: String(missingYear), message }] } }
}

/** Prints the refusal of a line in its place, with the id if it has one. */
const refused = (value: unknown, { code, message, details }: InputError) => ({
  ...(isRaw(value) && value.id !== undefined && { id: value.id }),
  error: { code, message, details },
})

/** Answers every line; a line that cannot be answered says so. Returns the number of lines that are bad input. */
async function answerLines(file: string, holidays: HolidayTable): Promise<number> {
  let bad = 0
  await printForEachLine(file, line => {
    let value: unknown
    try {
      value = parseJson(line, '这一行')
      return answerOf(value, holidays)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      bad++
      return refused(value, error)
    }
  })
  return bad
}

/**
 * Runs `application clock FILE | --lines FILE [--holidays FILE]` → the day by which an application is answered, with its
 * sum in words. A year without a holiday table: `due` null and `error` in the answer, exit code 1; with `--lines` the
 * list goes on, and exit code 1 is for lines that are bad input.
 * @throws CheckFailed
 */
export async function run(args: string[]): Promise<Printed | undefined> {
  const text = { type: 'string' } as const
  const { values, positionals } = readArguments(args, { lines: text, holidays: text })
  const [file, ...others] = positionals
  if ((file === undefined) === (values.lines === undefined) || others.length > 0) {
    throw new UsageError('请给出一个事件文件，或者用 --lines 给出一行一份的文件')
  }
  const holidays = await readHolidays(values.holidays)
  if (file !== undefined) {
    const answer = answerOf(await readJsonFile(file), holidays)
    if (answer.error) throw new CheckFailed(answer, answer.error.message)
    return answer
  }
  const bad = await answerLines(values.lines ?? '', holidays)
  if (bad > 0) throw new CheckFailed(undefined, `有 ${bad} 行不对，已在各行写明`)
  return undefined
}
