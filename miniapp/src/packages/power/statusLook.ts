import type { CaseSummary } from '@shared/contract/power/case'

const LOOKS: Record<CaseSummary['status'], { sign: string; className: string }> = {
  running: { sign: '▶', className: 'state' },
  paused: { sign: '‖', className: 'state' },
  stopped: { sign: '×', className: 'state state--late' },
  finished: { sign: '✓', className: 'state state--ok' },
  cancelled: { sign: '×', className: 'state' },
}

export const statusLook = (status: CaseSummary['status']) => LOOKS[status]
