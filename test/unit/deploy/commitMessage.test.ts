import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../../..')
const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-commit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the check on one message. */
function check(message: string) {
  const file = path.join(folder, 'MESSAGE')
  writeFileSync(file, message)
  const script = path.join(root, 'config/setup/commitMessage.mjs')
  const { status, stderr } = spawnSync(process.execPath, [script, file], { encoding: 'utf8' })
  return { accepted: status === 0, stderr }
}

const verb72 = `Move ${'x'.repeat(67)}`

test.each([
  'Move notices into disclosure/notices',
  'Replace the page cache by lru-cache\n\nThe body may be long: '.padEnd(200, 'x'),
  verb72,
  "Merge branch 'h/phone'",
  `Merge branch '${'x'.repeat(80)}'`,
  'Revert "Figures"',
  'fixup! Move notices',
  '# comment of git\n\nAdd a room\n# ------------------------ >8 ------------------------\ndiff',
])('accepts %j', message => {
  expect(check(message)).toEqual({ accepted: true, stderr: '' })
})

test.each([
  ['Figures of the last run', '“Figures”'],
  ['The page cache is replaced', '“The”'],
  ['move notices', '“move”'],
  ['Moved notices', '“Moved”'],
  ['Merged the branch', '“Merged”'],
  [`${verb72}x`, '73 个字符，最多 72 个'],
  ['# only a comment\n', '是空的'],
])('refuses %j', (message, reason) => {
  const { accepted, stderr } = check(message)
  expect(accepted).toBe(false)
  expect(stderr).toContain(reason)
})

/** A clone always has git; an unpacked archive may be tested without it. */
const withGit = spawnSync('git', ['--version']).status === 0 ? test : test.skip

withGit('git runs the hook and refuses the commit', () => {
  const copy = path.join(folder, 'copy')
  for (const part of ['.githooks', 'config/setup']) {
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true })
  }
  expect(statSync(path.join(copy, '.githooks/commit-msg')).mode & 0o111).not.toBe(0)
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'core.hooksPath=.githooks']
  const commit = (subject: string) =>
    spawnSync('git', [...identity, 'commit', '--allow-empty', '-qm', subject], { cwd: copy }).status
  execFileSync('git', ['init', '-q', copy])
  expect(commit('Figures')).not.toBe(0)
  expect(commit('Add a first commit')).toBe(0)
})
