/**
 * R11: the drill of test/faults/backupDrill at full size: `npm run bench restore` with 10⁴ notices, with `-- --full` 10⁶. Writers, a
 * backup meanwhile, `kill -9` of server and database, restores into empty stores, everything counted and verified.
 */
import { drill, sentenceOf } from '../support/backup/drill'
import { reportFigure } from '../support/figures'

const NOTICES = process.argv.includes('--full') ? 1_000_000 : 10_000

void drill(NOTICES).then(result => {
  const missed = result.withDisk.lost + result.backupOnly.lostBefore
  reportFigure(`${missed > 0 ? '未达标 ' : ''}${sentenceOf(result)}`)
  if (missed > 0) process.exitCode = 1
})
