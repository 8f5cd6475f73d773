import type { NoticePage } from '@shared/contract/reading/site'
import { ContactRow } from '../../components/ContactRow'
import { Link } from '../../components/controls/Link'
import { Box, Heading, Txt } from '../../elements/dom'
import { routes } from '../../routes'
import type { LedgerCheck } from './ledgerCheck'

const SAID: Record<LedgerCheck, [look: string, words: string]> = {
  pending: ['state', '… 正在和存证账本里的指纹核对'],
  proved: ['state state--ok', '✓ 您看到的内容与公开的指纹一致'],
  wrong: ['state state--late', '× 您看到的内容与公开的指纹不一致，请打电话核实'],
  away: ['state', '… 现在连不上存证账本，还没有核对'],
  none: ['state', '… 存证账本里没有这一版的指纹，没法核对'],
}

/** Says whether the displayed blocks are what was published 核验. */
export function Verify({ check, sha256 }: { check: LedgerCheck; sha256: string }) {
  const [look, words] = SAID[check]
  return (
    <>
      <Txt className={look}>{words}</Txt>
      <Box as="p" className="note">
        内容指纹（SHA-256），内容改一个字就不同：
      </Box>
      <Box as="p" className="hash">
        {sha256}
      </Box>
    </>
  )
}

/** Warns above everything else that the record shown is not the one that was published. */
export function Mismatch({ page: { notice, org } }: { page: NoticePage }) {
  return (
    <Box className="mismatch" live="assertive">
      <Heading level={2} className="mismatch__head">
        × 这一页和公开时的不一样，可能被人改过
      </Heading>
      <Box as="p">下面的金额和名单先不要当真。请截图留下这一页，打电话问清楚，也可以拨打 12345 反映。</Box>
      {org.contacts.map(contact => (
        <ContactRow key={`${contact.jobTitle}${contact.name}`} contact={contact} />
      ))}
      <Link label="看看哪里对不上" url={routes.check(notice.id, notice.edition)} />
    </Box>
  )
}
