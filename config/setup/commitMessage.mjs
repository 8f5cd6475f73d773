/** `commit-msg` hook: refuses a subject over 72 characters or one that does not begin with an imperative verb. */
import { readFileSync } from 'node:fs'
import { inRoot, isMain, main, SetupFault } from './lib.mjs'

export const LONGEST_SUBJECT = 72
const VERBS = new Set(JSON.parse(readFileSync(inRoot('config', 'setup', 'imperativeVerbs.json'), 'utf8')))
/** Subjects that git writes: merges, reverts and the commits of an interactive rebase. */
const WRITTEN_BY_GIT = /^(?:Merge |Revert "|(?:fixup|squash|amend)! )/
/** Line below which `git commit --verbose` shows the diff. */
const SCISSORS = /^# -{8,} >8 -{8,}$/m

/** First line that is no comment of git. */
export function subjectOf(message) {
  const [written] = message.split(SCISSORS)
  return (
    written
      .split(/\r?\n/)
      .find(line => line.trim() !== '' && !line.startsWith('#'))
      ?.trimEnd() ?? ''
  )
}

/** Why a message is refused, as Chinese sentences; empty = accepted. */
export function faultsOf(message) {
  const subject = subjectOf(message)
  if (WRITTEN_BY_GIT.test(subject)) return []
  const length = [...subject].length
  const [verb] = subject.split(/\s/)
  return [
    subject === '' && '提交说明的第一行是空的。',
    length > LONGEST_SUBJECT && `提交说明的第一行有 ${length} 个字符，最多 ${LONGEST_SUBJECT} 个。`,
    subject !== '' &&
      !VERBS.has(verb) &&
      `提交说明以“${verb}”开头；请用英文祈使句，如“Move notices into disclosure/notices”（动词表：config/setup/imperativeVerbs.json）。`,
  ].filter(Boolean)
}

function check([file]) {
  if (file === undefined) throw new SetupFault('用法：node config/setup/commitMessage.mjs 提交说明文件')
  const faults = faultsOf(readFileSync(file, 'utf8'))
  if (faults.length > 0) throw new SetupFault(faults.join('\n'))
}

if (isMain(import.meta.url)) await main(() => check(process.argv.slice(2)))
