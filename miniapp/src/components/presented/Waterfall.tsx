import { Box, Txt } from '../../elements/dom'
import { Link } from '../controls/Link'
import type { BarUrl } from './types'
import type { Step, Steps } from './waterfallSteps'

/** Shows how money changed, fall by step, each box beginning where the one before ends. */
export function Waterfall({ steps, cut, barUrl }: Steps & { barUrl?: BarUrl }) {
  return (
    <>
      {steps.map(step => {
        const url = barUrl?.(step.id)
        return url ? (
          <Link
            key={step.id}
            className="fall fall--link"
            label={`${step.label} ${step.text}，看明细`}
            url={url}
          >
            <StepBox step={step} cut={cut !== null} />
          </Link>
        ) : (
          <Box key={step.id} className="fall">
            <StepBox step={step} cut={cut !== null} />
          </Box>
        )
      })}
      {cut !== null && <Box as="p" className="small">{`为了看清变化，图从 ${cut}画起。`}</Box>}
    </>
  )
}

function StepBox({ step: { label, text, kind, from, to }, cut }: { step: Step; cut: boolean }) {
  const [left, right] = [Math.min(from, to), Math.max(from, to)]
  return (
    <>
      <Txt className="fall__label">{label}</Txt>
      <Txt className="fall__text">{text}</Txt>
      <Txt decorative className="fall__track">
        <Txt
          decorative
          className={`fall__box fall__box--${kind}${cut && kind === 'stock' ? ' fall__box--cut' : ''}`}
          style={{ left: `${left}%`, width: `${right - left}%` }}
        />
      </Txt>
    </>
  )
}
