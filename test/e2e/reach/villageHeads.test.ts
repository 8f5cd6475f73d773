import { servedTabs } from '../../support/browser/servedTabs'
import { reachTests } from '../../support/reach/reachTests'

/** Every right of a village's head and of its supervisors, from 我的 by presses, in Chromium. */
const { openTab, server } = servedTabs('reach-villageHeads')
reachTests({ open: openTab, server }, 'h5', ['head', 'supervisor'])
