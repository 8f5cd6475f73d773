import type { WorkNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { Link } from '../../../../components/controls/Link'
import { Press, Txt } from '../../../../elements/dom'
import { routes } from '../../../../routes'

interface Props {
  notice: WorkNotice
  /** This version has been opened. */
  opened: boolean
  chosen: boolean
  onChoose: (chosen: boolean) => void
}

/** Shows a notice that can be ticked only after it was opened. */
export function BatchRow({ notice, opened, chosen, onChoose }: Props) {
  const { id, title, orgName, periodLabel } = notice
  const sign = chosen ? '✓ 选上了' : '○ 选上'
  return (
    <>
      <Link
        className="row"
        label={`${opened ? '再看' : '打开'} ${title}，${orgName} · ${periodLabel}，${opened ? '✓ 看过' : '! 还没看'}`}
        url={routes.review(id)}
      >
        <Txt className="row__main">
          <Txt className="row__title">{`${opened ? '再看' : '打开'} ${title}`}</Txt>
          <Txt className="row__meta">{`${orgName} · ${periodLabel}`}</Txt>
        </Txt>
        <Txt className={`state state--${opened ? 'ok' : 'warn'}`}>{opened ? '✓ 看过' : '! 还没看'}</Txt>
      </Link>
      {opened && (
        <Press
          className={`step${chosen ? ' step--on' : ''}`}
          role="checkbox"
          label={`${sign}，${title}`}
          checked={chosen}
          onPress={() => onChoose(!chosen)}
        >
          {sign}
        </Press>
      )}
    </>
  )
}
