import { servedTabs } from '../../support/browser/servedTabs'
import { reachTests } from '../../support/reach/reachTests'

/** Every right of a street's clerk and head, from 我的 by presses, in Chromium. */
const { openTab, server } = servedTabs('reach-street')
reachTests({ open: openTab, server }, 'h5', ['clerk', 'street-head'])
