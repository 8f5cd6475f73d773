/** How far a case has come on the chart; a chart of an item alone has no progress. */
export interface Progress {
  /** Ids of the steps that are done and count. */
  done: readonly string[]
  /** 现在走到这里; null once the case is closed. */
  here: string | null
  /** Ways that were taken, from a step to a step or END. */
  taken: readonly { from: string; to: string }[]
}

/** One row of the chart: a step, or the end. */
export interface ChartRow {
  id: string
  /** 1, 2, 3 …; null for the end. */
  number: number | null
  name: string
  /** Who does it, and how long it may take. */
  who: string
  limit: string
  action: string
  /** 表决规则, 四眼, 要公开的: one line each. */
  notes: readonly string[]
  /** Where the row leads, in words; said under the row when there is more than one way. */
  ways: readonly string[]
  state: 'plain' | 'done' | 'here' | 'ahead'
  /** All of it as it is read aloud. */
  spoken: string
}

/** A line from a row to another, by number of the row. */
export interface ChartEdge {
  from: number
  to: number
  label: string
  back: boolean
  taken: boolean
  /** 0: straight down to the next row; else a lane beside the rows, 1 next to them. */
  lane: number
}

/** What one lane shows beside one row. */
export interface LaneCell {
  /** The line comes from above, goes on below. */
  up: boolean
  down: boolean
  /** The line joins the row: it leaves it, or arrives at it. */
  leaves: boolean
  arrives: boolean
  back: boolean
  taken: boolean
}

/** A flow chart 流程图: rows from top to bottom, lanes beside them, and the same in words. */
export interface FlowChart {
  rows: readonly ChartRow[]
  edges: readonly ChartEdge[]
  lanes: number
  /** For each row its lanes, the lane next to the rows first; null: nothing there. */
  cells: readonly (readonly (LaneCell | null)[])[]
}
