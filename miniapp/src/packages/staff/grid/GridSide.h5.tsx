import { yuan } from '@shared/common/money'
import { Button } from '../../../components/controls/Button'
import type { Check, Fix } from './pure/checks'
import { type GridColumn } from './pure/columns'
import { type RowChange, byWeight, shortWords } from './pure/compare'
import type { Proof } from './pure/sums'

const MOST_CHECKS = 8
const MOST_CHANGES = 6

interface ChecksProps {
  checks: readonly Check[]
  columns: readonly GridColumn[]
  onFix: (check: Check, fix: Fix) => void
  onShow: (check: Check) => void
}

const placeOf = ({ row, id }: Check, columns: readonly GridColumn[]): string => {
  const label = columns.find(column => column.id === id)?.label.replace('（元）', '')
  return [`第 ${row + 1} 行`, label].filter(Boolean).join(' ')
}

/** Lists what is to be changed, each with its corrections of one press. */
export function GridChecks({ checks, columns, onFix, onShow }: ChecksProps) {
  const faults = checks.filter(({ level }) => level === 'fault').length
  const asked = checks.length - faults
  const title = [faults > 0 && `有 ${faults} 处要改`, asked > 0 && `有 ${asked} 处要看一看`]
  return (
    <section className={`desk-box${faults > 0 ? ' desk-box--late' : ''}`} aria-live="polite">
      <h3 className="desk-box__title">{title.filter(Boolean).join('，') || '✓ 每一格都看得懂'}</h3>
      {checks.slice(0, MOST_CHECKS).map(check => (
        <div key={`${check.row} ${check.id ?? ''} ${check.message}`} className="desk-box__row">
          <button type="button" className="desk-box__place" onClick={() => onShow(check)}>
            {placeOf(check, columns)}
          </button>
          <span>{check.message}</span>
          <Fixes check={check} place={placeOf(check, columns)} onFix={onFix} />
        </div>
      ))}
      {checks.length > MOST_CHECKS && (
        <p className="small">{`还有 ${checks.length - MOST_CHECKS} 处，在各行下面写明。`}</p>
      )}
    </section>
  )
}

interface FixesProps {
  check: Check
  place: string
  onFix: (check: Check, fix: Fix) => void
}

/** The corrections of a finding. */
export const Fixes = ({ check, place, onFix }: FixesProps) => (
  <>
    {check.fixes.map(fix => (
      <button
        key={fix.label}
        type="button"
        className="cells__fix"
        aria-label={`${fix.label}，${place}`}
        onClick={() => onFix(check, fix)}
      >
        {fix.label}
      </button>
    ))}
  </>
)

/** The running sums 账对得上. */
export function GridProof({ proof }: { proof: Proof }) {
  const { lines, verdict } = proof
  return (
    <section className={`desk-box${verdict && !verdict.agrees ? ' desk-box--late' : ''}`} aria-live="polite">
      <h3 className="desk-box__title">加起来</h3>
      <dl className="desk-box__sums">
        {lines.map(({ label, text }) => (
          <div key={label} className="desk-box__sum">
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {verdict && (
        <p className={verdict.agrees ? 'desk-box__agrees' : 'field__fault'}>
          {`${verdict.agrees ? '✓' : '×'} ${verdict.text}`}
        </p>
      )}
    </section>
  )
}

/** What has changed against last period, the largest first. */
export function GridChanges({ changes, label }: { changes: readonly RowChange[]; label: string }) {
  const sorted = byWeight(changes)
  return (
    <section className="desk-box">
      <h3 className="desk-box__title">{`和${label}比`}</h3>
      {sorted.length === 0 && <p className="small">每个金额都和上期一样。</p>}
      <dl className="desk-box__sums">
        {sorted.slice(0, MOST_CHANGES).map((change, index) => (
          <div key={index} className="desk-box__sum">
            <dt>{change.label}</dt>
            <dd>
              {change.fen === null ? `没有了（上期 ${yuan(change.lastFen ?? 0)}）` : shortWords(change)}
            </dd>
          </div>
        ))}
      </dl>
      {sorted.length > MOST_CHANGES && (
        <p className="small">{`一共 ${sorted.length} 处不同，在各行右边写明。`}</p>
      )}
    </section>
  )
}

interface PasteProps {
  said: readonly string[]
  canUndo: boolean
  onUndo: () => void
  onClose: () => void
}

/** Says what was pasted and left out; offers to undo it. */
export const PasteReport = ({ said, canUndo, onUndo, onClose }: PasteProps) => (
  <div aria-live="polite">
    {said.length > 0 && (
      <div className="todos__report">
        <span>{`✓ ${said.join('')}`}</span>
        {canUndo && <Button look="plain" label="撤销粘贴" onPress={onUndo} />}
        <Button look="plain" label="知道了" onPress={onClose} />
      </div>
    )}
  </div>
)
