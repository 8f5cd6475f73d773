import { drill, sentenceOf } from '../support/backup/drill'
import { LONG, reportFigure } from '../support/figures'

/** The power fails while people write and a backup has just been made; `npm run bench restore` does it at full size. */
const onEmbedded = process.env.MONGODB_URI !== undefined ? test.skip : test
const NOTICES = LONG ? 10_000 : 0

onEmbedded(
  'R11: what was acknowledged comes back, from the disk all of it, from the backup all of before its moment',
  async () => {
    const result = await drill(NOTICES)
    reportFigure(sentenceOf(result))
    expect(result).toMatchObject({ withDisk: { lost: 0 }, backupOnly: { lostBefore: 0 } })
    expect(result.during + result.backupOnly.later).toBeGreaterThan(0)
  },
  1_800_000,
)
