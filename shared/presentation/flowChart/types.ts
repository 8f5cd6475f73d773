/** Progress of a case on the chart. Absent on the chart of an item without a case. */
export interface Progress {
  /** Ids of the completed steps that are still valid. */
  done: readonly string[]
  /** Id of the current step 现在走到这里; null once the case is closed. */
  here: string | null
  /** Transitions taken so far, from a step to a step or END. */
  taken: readonly { from: string; to: string }[]
}

/** One row of the chart: a step or the end. */
export interface ChartRow {
  id: string
  /** Step number from 1; null for the end. */
  number: number | null
  name: string
  /** Role in charge and time limit, in words. */
  who: string
  limit: string
  action: string
  /** Voting rule 表决规则, four-eyes rule 四眼 and disclosure 要公开的, one line each. */
  notes: readonly string[]
  /** Outgoing transitions in words; shown under the row if there is more than one. */
  ways: readonly string[]
  state: 'plain' | 'done' | 'here' | 'ahead'
  /** Full text of the row for reading aloud. */
  spoken: string
}

/** A line between two rows, given by row number. */
export interface ChartEdge {
  from: number
  to: number
  label: string
  back: boolean
  taken: boolean
  /** 0: straight down to the next row; otherwise the lane number, counted from the rows outward from 1. */
  lane: number
}

/** What one lane shows next to one row. */
export interface LaneCell {
  /** The line comes from above or continues below. */
  up: boolean
  down: boolean
  /** The line leaves this row or arrives at it. */
  leaves: boolean
  arrives: boolean
  back: boolean
  taken: boolean
}

/** A flow chart 流程图: rows from top to bottom, lanes next to them, and the same in words. */
export interface FlowChart {
  rows: readonly ChartRow[]
  edges: readonly ChartEdge[]
  lanes: number
  /** Lane cells of each row, the lane nearest to the rows first; null: empty. */
  cells: readonly (readonly (LaneCell | null)[])[]
}
