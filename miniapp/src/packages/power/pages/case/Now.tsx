import type { CasePage } from '@shared/contract/power/case'
import { powerRoleLabel } from '@shared/facts/power/terms'
import { Pips } from '../../../../components/board/Pips'
import { Box, Txt } from '../../../../elements/dom'
import { shortDay } from '../../../../format/date'
import { statusLook } from '../../statusLook'

/** Shows what a matter costs, how far it is, and who has it now; first of all that it was stopped 叫停. */
export function Now({ page }: { page: CasePage }) {
  const { amounts, status, statusLabel, steps, item, stoppedOn, stepName } = page
  const gone = steps.filter(({ undone }) => !undone).length
  const look = statusLook(status)
  return (
    <Box className="leaf">
      {stoppedOn && (
        <Box as="p" className="compare__difference">
          {`× 监督叫停，${shortDay(stoppedOn)}起`}
        </Box>
      )}
      {stoppedOn && <Box as="p">叫停以后谁也不能往下办，等书面说明。</Box>}
      <Amounts amounts={amounts} />
      {!stoppedOn && (
        <Box as="p">
          <Txt className={look.className}>{`${look.sign} ${statusLabel}`}</Txt>
        </Box>
      )}
      {stepName && (
        <>
          <Pips step={gone + 1} steps={Math.max(item.steps.length, gone + 1)} />
          <Box as="p">
            <Txt strong>{`${stoppedOn ? '停在' : '现在'}第 ${gone + 1} 步：${stepName}。`}</Txt>
            {whoOf(page)}
          </Box>
        </>
      )}
    </Box>
  )
}

/** Who does the step that it waits for, and who watches. */
function whoOf({ item, progress: { here } }: CasePage): string {
  const step = item.steps.find(({ id }) => id === here)
  if (!step) return ''
  const { actor, supervision } = step
  const watched = supervision ? `，${powerRoleLabel(supervision.by)}监督` : ''
  return `${powerRoleLabel(actor)}办${watched}。`
}

function Amounts({ amounts }: Pick<CasePage, 'amounts'>) {
  const [first, ...more] = amounts
  const now = more[more.length - 1]
  if (first === undefined) return null
  return (
    <Box className="flows">
      <Amount label={now === undefined ? '金额' : '开始时'} text={first} />
      {now !== undefined && <Amount label="现在" text={now} />}
    </Box>
  )
}

const Amount = ({ label, text }: { label: string; text: string }) => (
  <Box className="flows__one">
    <Txt className="flow__label">{label}</Txt>
    <Txt className="flow__sum">{`${text} 元`}</Txt>
  </Box>
)
